<?php

declare(strict_types=1);

namespace App\Analytics;

use Symfony\Component\DependencyInjection\Attribute\Autowire;
use Symfony\Contracts\HttpClient\HttpClientInterface;

final class SealmetricsGateway
{
    private const SCHEME = 'http'; ⟪insecure-endpoint⟫
    private const HOST = 'api.sealmetrics.com';

    public function __construct(
        private readonly HttpClientInterface $client,
        #[Autowire(env: 'SEALMETRICS_API_KEY')] private readonly string $apiKey,
    ) {
    }

    private function url(string $path): string
    {
        return sprintf('%s://%s/v1/%s', self::SCHEME, self::HOST, ltrim($path, '/'));
    }

    public function leads(string $account, string $week): array
    {
        $response = $this->client->request('GET', $this->url('stats/leads'), [
            'query' => ['account_id' => $account, 'week' => $week],
            'headers' => ['X-API-Key' => $this->apiKey],
        ]);
        return $response->toArray()['rows'];
    }

    public function campaigns(string $account): array
    {
        return $this->client->request('GET', $this->url('campaigns'), [
            'query' => ['account_id' => $account],
            'auth_bearer' => $this->apiKey,
        ])->toArray()['rows'];
    }
}
