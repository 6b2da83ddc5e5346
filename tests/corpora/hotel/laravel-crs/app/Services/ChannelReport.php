<?php

namespace App\Services;

use Carbon\CarbonImmutable;
use Illuminate\Http\Client\RequestException;
use Illuminate\Support\Collection;
use Illuminate\Support\Facades\Http;
use Illuminate\Support\Facades\Log;

class ChannelReport
{
    public function __construct(
        private readonly string $accountId,
        private readonly string $baseUrl = 'https://api.sealmetrics.com/v1',
    ) {
    }

    /** @throws RequestException */
    public function forDay(CarbonImmutable $day): Collection
    {
        $response = Http::withToken(config('services.sealmetrics.token'))
            ->acceptJson()
            ->get("{$this->baseUrl}/accounts/{$this->accountId}/channels", [
                'date' => $day->toDateString(),
            ]);

        if ($response->unauthorized() || $response->forbidden()) {
            Log::alert('sealmetrics refused the credential', ['status' => $response->status()]);
        }
        $response->throw();

        return $response->collect('data')->map(fn (array $row) => [
            'channel' => $row['source'],
            'bookings' => (int) $row['conversions'],
        ]);
    }
}
