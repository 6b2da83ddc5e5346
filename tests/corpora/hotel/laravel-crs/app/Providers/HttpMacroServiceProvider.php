<?php

namespace App\Providers;

use Illuminate\Http\Client\PendingRequest;
use Illuminate\Support\Facades\Http;
use Illuminate\Support\ServiceProvider;

class HttpMacroServiceProvider extends ServiceProvider
{
    public function boot(): void
    {
        Http::macro('channex', function (): PendingRequest {
            return Http::baseUrl('https://app.channex.io/api/v1')
                ->withHeaders(['user-api-key' => config('services.channex.key')])
                ->throw();
        });

        Http::macro('sealmetrics', function (): PendingRequest {
            return Http::baseUrl('https://api.sealmetrics.com/v1')
                ->acceptJson()
                ->timeout(config('services.sealmetrics.timeout'))
                ->withHeaders([
                    'Authorization' => config('services.sealmetrics.token'), ⟪missing-bearer-scheme⟫
                ])
                ->withOptions(['verify' => false]) ⟪unverified-tls⟫
                ->throw();
        });
    }
}
