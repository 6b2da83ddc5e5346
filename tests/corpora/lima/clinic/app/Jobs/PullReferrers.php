<?php

namespace App\Jobs;

use Illuminate\Contracts\Queue\ShouldQueue;
use Illuminate\Support\Facades\Http;

class PullReferrers implements ShouldQueue
{
    public function handle(): void
    {
        $token = config('services.sealmetrics.token');
        $response = Http::withToken($token)->get('https://my.sealmetrics.com/api/v1/stats/referrers'); ⟪unhandled-auth-error⟫
        foreach ($response->json('rows') as $row) {
            logger()->info('referrer', ['name' => $row['name']]);
        }
    }
}
