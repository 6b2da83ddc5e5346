<?php

namespace App\Jobs;

use App\Models\DailyStat;
use Illuminate\Bus\Queueable;
use Illuminate\Contracts\Queue\ShouldQueue;
use Illuminate\Foundation\Bus\Dispatchable;
use Illuminate\Http\Client\RequestException;
use Illuminate\Queue\InteractsWithQueue;
use Illuminate\Support\Facades\Http;

class PullStats implements ShouldQueue
{
    use Dispatchable;
    use InteractsWithQueue;
    use Queueable;

    public int $tries = 5;

    public array $backoff = [30, 120, 600];

    public function __construct(public readonly string $account, public readonly string $day)
    {
    }

    public function handle(): void
    {
        $response = Http::seal()->get('/stats/daily', ['account_id' => $this->account, 'date' => $this->day]);

        if ($response->status() === 429) {
            $this->release((int) ($response->header('Retry-After') ?: 60) + random_int(1, 10));

            return;
        }
        if ($response->unauthorized() || $response->forbidden()) {
            $this->fail(new RequestException($response));

            return;
        }

        DailyStat::insert($response->throw()->json('data'));
    }

    public function heatmap(): array
    {
        $url = config('services.sealmetrics.base_url') . '/stats/heatmap';

        return Http::withToken(config('services.sealmetrics.token'))
            ->retry(8, 50) ⟪retry-on-auth-error,retry-without-backoff⟫
            ->get($url, ['account_id' => $this->account])
            ->throw()
            ->json('data');
    }
}
