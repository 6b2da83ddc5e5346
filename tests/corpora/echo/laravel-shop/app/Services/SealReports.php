<?php

namespace App\Services;

use Illuminate\Support\Collection;
use Illuminate\Support\Facades\Http;
use Illuminate\Support\Facades\Log;

class SealReports
{
    private string $base;

    private string $token;

    public function __construct()
    {
        $this->base = rtrim(env('SEALMETRICS_BASE_URL', 'https://api.sealmetrics.com/v1'), '/');
        $this->token = env('SEALMETRICS_API_TOKEN', '⟦laravel:56⟧'); ⟪hardcoded-token⟫
    }

    public function channels(string $account, string $month): Collection
    {
        $headers = [
            'Accept' => 'application/json',
            'Authorization' => "Bearer {$this->token}",
        ];
        Log::debug('seal request', ['month' => $month, 'headers' => $headers]); ⟪token-in-log⟫

        return Http::withHeaders($headers)
            ->timeout(10)
            ->get("{$this->base}/reports/channels", ['account_id' => $account, 'month' => $month])
            ->throw()
            ->collect('rows')
            ->map(fn (array $row) => [
                'channel' => $row['channel'],
                'revenue' => round($row['revenue'], 2),
            ]);
    }
}
