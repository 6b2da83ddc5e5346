<?php

namespace App\Services;

use Illuminate\Http\Client\PendingRequest;
use Illuminate\Http\Client\RequestException;
use Illuminate\Support\Facades\Http;
use Illuminate\Support\Facades\Log;

class SealmetricsClient
{
    private function http(): PendingRequest
    {
        $again = config('services.sealmetrics.retry_on');

        return Http::baseUrl(config('services.sealmetrics.url'))
            ->withHeaders(['X-API-Key' => config('services.sealmetrics.key')])
            ->timeout(15)
            ->retry(
                4,
                fn (int $attempt) => 500 * 2 ** $attempt,
                fn ($e) => $e instanceof RequestException && in_array($e->response->status(), $again, true),
            );
    }

    public function bookings(string $from, string $to): array
    {
        Log::info('sealmetrics bookings', compact('from', 'to'));

        return $this->http()->get('stats/conversions', [
            'site_id' => config('services.sealmetrics.site'),
            'from' => $from,
            'to' => $to,
        ])->throw()->json('data');
    }

    public function sources(string $day): array
    {
        return $this->http()->get('stats/sources', ['date' => $day])->throw()->json('data');
    }
}
