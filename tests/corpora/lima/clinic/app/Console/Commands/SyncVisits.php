<?php

namespace App\Console\Commands;

use App\Services\SealClient;
use Illuminate\Console\Command;

class SyncVisits extends Command
{
    protected $signature = 'visits:sync {day}';

    public function handle(): int
    {
        $client = new SealClient(config('services.sealmetrics.token'));
        $this->info(count($client->get('stats', ['day' => $this->argument('day')])) . ' rows');

        return self::SUCCESS;
    }
}
