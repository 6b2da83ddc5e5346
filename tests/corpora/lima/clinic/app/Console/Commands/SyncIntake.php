<?php

namespace App\Console\Commands;

use App\Services\SealClient;
use Illuminate\Console\Command;

class SyncIntake extends Command
{
    protected $signature = 'intake:sync';

    public function handle(): int
    {
        $intake = new SealClient(config('services.sealmetrics.intake_token'));
        $backup = new SealClient(token: '⟦sm:3⟧'); ⟪hardcoded-token⟫
        $this->info(count($intake->get('sites')) . '/' . count($backup->get('sites')));

        return self::SUCCESS;
    }
}
