<?php

declare(strict_types=1);

namespace App\Analytics;

use Psr\Log\LoggerInterface;
use Symfony\Component\DependencyInjection\Attribute\Autowire;
use Symfony\Contracts\HttpClient\HttpClientInterface;

final class SealmetricsGateway
{
    private const ENDPOINT = 'https://api.sealmetrics.com/v1';

    public function __construct(
        private readonly HttpClientInterface $client,
        private readonly LoggerInterface $logger,
        #[Autowire('%env(SEALMETRICS_TOKEN)%')]
        private readonly string $token,
    ) {
    }

    /** @return list<array<string, mixed>> */
    public function campaigns(string $site): array
    {
        $response = $this->client->request('GET', sprintf('%s/sites/%s/campaigns', self::ENDPOINT, $site), [
            'auth_bearer' => $this->token,
            'timeout' => 20,
        ]);
        $this->logger->info('campaigns of {site}: {status}', ['site' => $site, 'status' => $response->getStatusCode()]);

        return $response->toArray();
    }

    public function leads(string $site): array
    {
        return $this->client->request('GET', self::ENDPOINT.'/sites/'.$site.'/leads', [
            'headers' => ['Authorization' => sprintf('Bearer %s', $this->token)],
        ])->toArray();
    }
}
