<?php

namespace App\Services;

use Illuminate\Http\Client\ConnectionException;
use Illuminate\Http\Client\RequestException;
use Illuminate\Support\Facades\Http;
use Illuminate\Support\Facades\Log;

class Sealmetrics
{
    private const AGAIN = [429, 500, 502, 503, 504];

    public function __construct(
        private readonly string $token,
        private readonly string $baseUrl,
        private readonly string $site,
    ) {
    }

    public function visits(string $from, string $to): array
    {
        return $this->get('/stats/visits', ['date_from' => $from, 'date_to' => $to]);
    }

    public function products(string $from, string $to): array
    {
        return $this->get('/stats/products', ['date_from' => $from, 'date_to' => $to]);
    }

    private function get(string $path, array $query): array
    {
        $response = Http::withToken($this->token)
            ->retry(
                [1000, 4000, 16000],
                when: fn ($e) => $e instanceof ConnectionException
                    || ($e instanceof RequestException && in_array($e->response->status(), self::AGAIN, true)),
            )
            ->get($this->baseUrl.$path, $query + ['site_id' => $this->site])
            ->throw();

        Log::info('sealmetrics', ['path' => $path, 'status' => $response->status()]);

        return $response->json('data', []);
    }
}
