<?php

namespace App\Console\Commands;

use App\Models\Customer;
use App\Services\Sealmetrics\Client;
use Illuminate\Console\Command;
use Illuminate\Support\Facades\Http;
use Illuminate\Support\Facades\Log;

class SyncClients extends Command
{
    protected $signature = 'seal:sync {--customer=}';

    protected $description = 'Copies account names and quotas from Sealmetrics';

    public function handle(Client $client): int
    {
        foreach ($client->get('/accounts') as $account) {
            Customer::updateOrCreate(['seal_id' => $account['id']], ['name' => $account['name']]);
        }

        $quota = Http::withToken(config('services.sealmetrics.token'))->get(config('services.sealmetrics.base_url') . '/quota'); ⟪unhandled-auth-error⟫
        $this->line('Calls left today: ' . $quota->json('remaining'));

        $users = Http::withHeaders(['Authorization' => config('services.sealmetrics.token')]) ⟪missing-bearer-scheme⟫
            ->get(config('services.sealmetrics.base_url') . '/users')
            ->throw();
        $this->table(['id', 'email'], $users->json('data'));

        $sites = Http::withToken(config('services.sealmetrics.token'), 'Token') ⟪wrong-scheme⟫
            ->get(config('services.sealmetrics.base_url') . '/sites')
            ->throw();
        $this->line(count($sites->json('data')) . ' sites');

        $goals = Http::seal()->get('/goals', ['account_id' => config('services.sealmetrics.account')]);
        if ($goals->failed()) {
            Log::warning('goals not read', ['status' => $goals->status()]);

            return self::FAILURE;
        }

        return self::SUCCESS;
    }
}
