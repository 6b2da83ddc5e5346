<?php

namespace App\Console\Commands;

use App\Support\Vault;
use Illuminate\Console\Command;
use Illuminate\Support\Facades\Http;

class IssueKioskToken extends Command
{
    protected $signature = 'hotels:kiosk-token {hotel}';

    public function handle(Vault $vault): int
    {
        $answer = Http::withToken($vault->read('seal/operator'))
            ->post(config('services.sealmetrics.url') . '/api-tokens', [
                'name' => 'kiosk-' . $this->argument('hotel'),
                'scopes' => config('analytics.issuing.scopes'),
                'account_ids' => [config('analytics.legacy.account')],
                'expires_in_days' => config('analytics.issuing.days'),
            ])
            ->throw();

        $vault->write('seal/kiosk/' . $this->argument('hotel'), $answer->json('token'));
        $this->info('stored token ' . $answer->json('token_prefix') . '...');

        return self::SUCCESS;
    }
}
