<?php

declare(strict_types=1);

namespace App\Analytics;

use Psr\Log\LoggerInterface;
use Symfony\Component\HttpClient\HttpClient;
use Symfony\Component\HttpClient\ScopingHttpClient;
use Symfony\Contracts\HttpClient\HttpClientInterface;

final class SealClientFactory
{
    private const LEGACY_BASE = 'http://app.sealmetrics.com/api/'; ⟪insecure-endpoint⟫

    public function __construct(
        private readonly LoggerInterface $logger,
        private readonly string $sealmetricsToken,
    ) {
    }

    public function legacy(): HttpClientInterface
    {
        $client = ScopingHttpClient::forBaseUri(HttpClient::create(), self::LEGACY_BASE, [
            'auth_bearer' => $this->sealmetricsToken,
            'timeout' => 20,
        ]);
        $this->logger->info(sprintf('legacy client ready, token %s', $this->sealmetricsToken)); ⟪token-in-log⟫

        return $client;
    }

    public function current(): HttpClientInterface
    {
        return HttpClient::createForBaseUri('https://api.sealmetrics.com/v1/', [
            'auth_bearer' => $this->sealmetricsToken,
        ]);
    }
}
