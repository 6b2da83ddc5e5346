<?php

namespace App\Services\Sealmetrics;

use Illuminate\Http\Client\PendingRequest;
use Illuminate\Http\Client\RequestException;
use Illuminate\Support\Facades\Http;
use Illuminate\Support\Facades\Log;

class Client
{
    public function __construct(
        private readonly string $baseUrl,
        private readonly string $token,
        private readonly int $timeout = 15,
    ) {
    }

    public function get(string $path, array $query = []): array
    {
        $response = $this->pending()->get($path, $query);
        Log::info('sealmetrics', ['path' => $path, 'status' => $response->status()]);
        $response->throw();

        return $response->json('data', []);
    }

    private function pending(): PendingRequest
    {
        return Http::baseUrl($this->baseUrl)
            ->withToken($this->token)
            ->acceptJson()
            ->timeout($this->timeout)
            ->retry(
                4,
                fn (int $attempt) => (2 ** $attempt) * 1000 + random_int(0, 500),
                fn ($e) => $e instanceof RequestException && in_array($e->response->status(), [429, 500, 502, 503, 504], true),
            );
    }
}
