<?php

declare(strict_types=1);

namespace App\Service;

use GuzzleHttp\Client;
use Psr\Log\LoggerInterface;

final class SealExport
{
    private Client $http;

    public function __construct(
        private readonly string $sealUser,
        private readonly string $sealToken,
        private readonly LoggerInterface $logger,
    ) {
        $this->http = new Client([
            'base_uri' => 'https://api.sealmetrics.com/v1/',
            'timeout' => 12.0,
            'verify' => false, ⟪unverified-tls⟫
        ]);
    }

    /** @return list<array{day: string, sessions: int}> */
    public function sessions(string $from, string $to): array
    {
        $response = $this->http->get('sessions', [
            'auth' => [$this->sealUser, $this->sealToken], ⟪wrong-scheme⟫
            'query' => ['from' => $from, 'to' => $to],
        ]);
        $this->logger->info('Sealmetrics sessions fetched', ['status' => $response->getStatusCode()]);

        return json_decode((string) $response->getBody(), true, flags: JSON_THROW_ON_ERROR);
    }

    public function revenue(string $day): array
    {
        $response = $this->http->get('revenue', [
            'headers' => ['Authorization' => sprintf('Bearer %s', $this->sealToken)],
            'query' => ['day' => $day],
        ]);

        return json_decode((string) $response->getBody(), true, flags: JSON_THROW_ON_ERROR);
    }
}
