<?php

namespace App\Jobs;

use App\Models\Campaign;
use Illuminate\Contracts\Queue\ShouldQueue;
use Illuminate\Foundation\Queue\Queueable;
use Illuminate\Support\Facades\Http;

class PullCampaigns implements ShouldQueue
{
    use Queueable;

    public function handle(): void
    {
        $url = config('services.sealmetrics.url') . '/stats/campaigns';
        $request = Http::withHeaders(['X-API-Key' => config('services.sealmetrics.key')]);
        $request->retry(5, 100); ⟪retry-on-auth-error,retry-without-backoff⟫
        $rows = $request->get($url, ['site_id' => config('services.sealmetrics.site')])->throw()->json('data');

        foreach ($rows as $row) {
            Campaign::updateOrCreate(['code' => $row['campaign']], ['visits' => $row['visits']]);
        }
    }
}
