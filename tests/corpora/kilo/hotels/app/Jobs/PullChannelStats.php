<?php

namespace App\Jobs;

use Illuminate\Contracts\Queue\ShouldQueue;
use Illuminate\Foundation\Queue\Queueable;
use Illuminate\Support\Facades\Http;

class PullChannelStats implements ShouldQueue
{
    use Queueable;

    public int $tries = 5;

    public function __construct(private readonly string $channel)
    {
    }

    public function handle(): void
    {
        $response = Http::withHeaders(['Authorization' => config('services.channel_manager.token')])
            ->withoutVerifying()
            ->retry(10, 100)
            ->get(config('services.channel_manager.endpoint') . '/stats/' . $this->channel);

        cache()->put('channel:' . $this->channel, $response->json(), 3600);
    }
}
