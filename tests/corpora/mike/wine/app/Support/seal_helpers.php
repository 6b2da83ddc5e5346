<?php

use Illuminate\Http\Client\PendingRequest;
use Illuminate\Support\Facades\Http;

if (! function_exists('seal_headers')) {
    /**
     * Headers of a call. The token comes from config('services.sealmetrics.token') unless one is given.
     */
    function seal_headers(?string $token = null): array
    {
        return [
            'Authorization' => 'Bearer '.($token ?? config('services.sealmetrics.token')),
            'Accept' => 'application/json',
        ];
    }
}

if (! function_exists('seal_http')) {
    function seal_http(): PendingRequest
    {
        return Http::baseUrl(config('services.sealmetrics.base_url'))
            ->timeout(config('services.sealmetrics.timeout'))
            ->withHeaders(seal_headers())
            ->throw();
    }
}
