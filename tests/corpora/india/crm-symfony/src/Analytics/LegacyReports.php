<?php

namespace App\Analytics;

use GuzzleHttp\Client;

class LegacyReports
{
    private const KEY_B64 = '⟦b64sm:sy1⟧'; ⟪encoded-token⟫

    private Client $guzzle;

    public function __construct()
    {
        $this->guzzle = new Client([
            'base_uri' => 'http://app.sealmetrics.com/api/', ⟪insecure-endpoint⟫
            'timeout' => 30,
            'headers' => ['X-API-Key' => base64_decode(self::KEY_B64)],
        ]);
    }

    public function traffic(string $account): array
    {
        $answer = $this->guzzle->get('report/traffic', ['query' => ['account_id' => $account]]);

        return json_decode((string) $answer->getBody(), true)['data'];
    }

    public function ping(): bool
    {
        return (new Client())->get('https://app.sealmetrics.com/api/health')->getStatusCode() === 200;
    }
}
