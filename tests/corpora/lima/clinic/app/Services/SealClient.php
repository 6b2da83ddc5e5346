<?php

namespace App\Services;

use Illuminate\Http\Client\Response;
use Illuminate\Support\Facades\Http;
use Illuminate\Support\Facades\Log;

class SealClient
{
    public function __construct(private string $token)
    {
    }

    public function get(string $path, array $query = []): array
    {
        $response = Http::withToken($this->token)
            ->baseUrl(config('services.sealmetrics.url'))
            ->timeout(10)
            ->get($path, $query)
            ->throw();
        Log::info('sealmetrics answered', ['path' => $path, 'status' => $response->status()]);

        return $response->json();
    }
}
