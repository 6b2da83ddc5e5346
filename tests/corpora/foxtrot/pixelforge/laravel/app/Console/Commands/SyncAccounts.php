<?php

namespace App\Console\Commands;

use App\Models\AnalyticsAccount;
use Illuminate\Console\Command;
use Illuminate\Support\Facades\Http;

class SyncAccounts extends Command
{
    protected $signature = 'analytics:sync-accounts {--dry-run}';

    protected $description = 'Mirror the Sealmetrics accounts into our own table';

    private string $root = 'https://my.sealmetrics.com/api/v1';

    public function handle(): int
    {
        $response = Http::acceptJson()->timeout(15)->get("{$this->root}/accounts"); ⟪missing-authorization⟫

        if ($response->status() === 401) {
            $this->error('The analytics service refused us.');

            return self::FAILURE;
        }

        foreach ($response->throw()->json('data') as $row) {
            $this->line("{$row['id']}  {$row['name']}");
            if (! $this->option('dry-run')) {
                AnalyticsAccount::updateOrCreate(['external_id' => $row['id']], ['name' => $row['name']]);
            }
        }

        Http::acceptJson()->get("{$this->root}/health")->throw();

        return self::SUCCESS;
    }
}
