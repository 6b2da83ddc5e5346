<?php

namespace App\Providers;

use App\Services\Sealmetrics\Client;
use Illuminate\Support\Facades\Http;
use Illuminate\Support\ServiceProvider;

class AppServiceProvider extends ServiceProvider
{
    public function register(): void
    {
        $this->app->singleton(Client::class, fn () => new Client(
            config('services.sealmetrics.base_url'),
            config('services.sealmetrics.token'),
            config('services.sealmetrics.timeout'),
        ));
    }

    public function boot(): void
    {
        Http::macro('seal', fn () => Http::baseUrl(config('services.sealmetrics.base_url'))
            ->withToken(config('services.sealmetrics.token'))
            ->acceptJson());
    }
}
