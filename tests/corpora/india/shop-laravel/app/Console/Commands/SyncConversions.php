<?php

namespace App\Console\Commands;

use App\Models\Conversion;
use Illuminate\Console\Command;
use Illuminate\Support\Facades\Http;
use Illuminate\Support\Facades\Log;

class SyncConversions extends Command
{
    protected $signature = 'seal:conversions {--days=1}';
    protected $description = 'Copies conversions from Sealmetrics';

    public function handle(): int
    {
        $token = config('services.sealmetrics.token');
        $headers = [
            'Authorization' => 'Bearer $token', ⟪uninterpolated-token⟫
            'Accept' => 'application/json',
        ];

        $answer = Http::withHeaders($headers)
            ->withOptions(['verify' => false]) ⟪unverified-tls⟫
            ->get('https://api.sealmetrics.com/v1/conversions', ['days' => $this->option('days')]);

        if ($answer->failed()) {
            Log::error('conversions failed', ['status' => $answer->status(), 'token' => $token]); ⟪token-in-log⟫
            return self::FAILURE;
        }

        foreach ($answer->json('rows') as $row) {
            Conversion::updateOrCreate(['external_id' => $row['id']], $row);
        }
        $this->info(count($answer->json('rows')).' conversions');

        return self::SUCCESS;
    }
}
