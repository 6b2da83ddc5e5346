<?php

namespace App\Services;

use Illuminate\Http\Client\PendingRequest;
use Illuminate\Support\Carbon;
use Illuminate\Support\Facades\Cache;
use Illuminate\Support\Facades\Http;
use Illuminate\Support\Facades\Log;

class Sealmetrics
{
    public function __construct(
        private string $token,
        private string $site,
        private string $base = 'https://api.sealmetrics.com/v1',
    ) {}

    private function http(): PendingRequest
    {
        return Http::baseUrl($this->base)
            ->withToken($this->token)
            ->acceptJson()
            ->timeout(15)
            ->retry([500, 2000, 5000], when: fn ($e) => $e->response?->serverError() ?? true);
    }

    public function pages(Carbon $day): array
    {
        return Cache::remember("sm:pages:{$day->toDateString()}", 600, function () use ($day) {
            $answer = $this->http()->get("/sites/{$this->site}/pages", ['date' => $day->toDateString()]);
            if ($answer->unauthorized()) {
                Log::error('Sealmetrics refused the token', ['site' => $this->site]);
            }
            return $answer->throw()->json('rows');
        });
    }
}
