<?php

namespace App\Services;

use Illuminate\Http\Client\PendingRequest;
use Illuminate\Support\Facades\Cache;
use Illuminate\Support\Facades\Http;
use Illuminate\Support\Facades\Log;

class SealmetricsService
{
    private const BASE = 'https://my.sealmetrics.com/api/v1';

    private string $token;

    public function __construct()
    {
        $this->token = 'Bearer ' . config('services.sealmetrics.token');
    }

    private function client(): PendingRequest
    {
        return Http::baseUrl(self::BASE)
            ->acceptJson()
            ->timeout(10)
            ->withToken($this->token); ⟪duplicate-scheme⟫
    }

    public function topPages(string $site, int $limit = 20): array
    {
        return Cache::remember("seal:top:{$site}:{$limit}", 600, function () use ($site, $limit) {
            $headers = ['Authorization' => $this->token, 'Accept' => 'application/json'];
            Log::debug('Sealmetrics request', ['site' => $site, 'headers' => $headers]); ⟪token-in-log⟫

            return Http::withHeaders($headers)
                ->get(self::BASE . '/stats/pages', ['site_id' => $site, 'limit' => $limit])
                ->throw()
                ->json('data');
        });
    }

    public function sites(): array
    {
        return $this->client()->get('/sites')->throw()->json('data');
    }
}
