<?php

namespace App\Jobs;

use GuzzleHttp\Client;
use Illuminate\Contracts\Queue\ShouldQueue;

class PullPages implements ShouldQueue
{
    public function handle(): void
    {
        $client = new Client([
            'base_uri' => 'https://my.sealmetrics.com/api/v1/',
            'verify' => config('services.sealmetrics.verify'),
            'headers' => ['X-API-Key' => config('services.sealmetrics.token')],
        ]);
        $rows = json_decode((string) $client->get('stats/pages')->getBody(), true);
        logger()->info('pages pulled', ['count' => count($rows)]);
    }
}
