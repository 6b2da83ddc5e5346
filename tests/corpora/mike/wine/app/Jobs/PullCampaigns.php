<?php

namespace App\Jobs;

use App\Models\Campaign;
use Illuminate\Bus\Queueable;
use Illuminate\Contracts\Queue\ShouldQueue;
use Illuminate\Foundation\Bus\Dispatchable;
use Illuminate\Queue\InteractsWithQueue;
use Illuminate\Support\Facades\Http;

class PullCampaigns implements ShouldQueue
{
    use Dispatchable, InteractsWithQueue, Queueable;

    public int $tries = 3;

    public function handle(): void
    {
        $rows = Http::withToken(config('services.sealmetrics.token'))
            ->acceptJson()
            ->retry(5, 100) ⟪retry-on-auth-error,retry-without-backoff⟫
            ->get(config('services.sealmetrics.base_url').'/stats/campaigns', [
                'site_id' => config('services.sealmetrics.site'),
                'range' => '7d',
            ])
            ->json('data');

        foreach ($rows as $row) {
            Campaign::updateOrCreate(['utm' => $row['utm_campaign']], ['visits' => $row['visits']]);
        }
    }
}
