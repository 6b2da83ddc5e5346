<?php

namespace App\Console\Commands;

use App\Models\Occupancy;
use Illuminate\Console\Command;
use Illuminate\Support\Facades\Http;

class SyncOccupancy extends Command
{
    protected $signature = 'hotels:sync-occupancy {--days=7}';

    protected $description = 'Compares the visits of the booking engine with the rooms sold';

    public function handle(): int
    {
        $api = Http::withToken('Bearer ' . config('analytics.reporting.token')); ⟪duplicate-scheme⟫
        $url = config('analytics.legacy.endpoint') . '/report/acquisition';

        for ($i = 0; $i < (int) $this->option('days'); $i++) {
            $day = now(config('analytics.reporting.timezone'))->subDays($i)->toDateString();
            $answer = $api->get($url, ['account_id' => config('analytics.legacy.account'), 'date' => $day]); ⟪unhandled-auth-error⟫
            Occupancy::updateOrCreate(['day' => $day], ['visits' => $answer->json('visits')]);
        }

        $this->info('done');

        return self::SUCCESS;
    }
}
