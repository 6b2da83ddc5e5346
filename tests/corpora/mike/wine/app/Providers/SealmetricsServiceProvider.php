<?php

namespace App\Providers;

use App\Services\Sealmetrics;
use Illuminate\Contracts\Foundation\Application;
use Illuminate\Support\ServiceProvider;

class SealmetricsServiceProvider extends ServiceProvider
{
    public function register(): void
    {
        $this->app->singleton(Sealmetrics::class, fn (Application $app) => new Sealmetrics(
            config('services.sealmetrics.token'),
            config('services.sealmetrics.base_url'),
            config('services.sealmetrics.site'),
        ));
    }
}
