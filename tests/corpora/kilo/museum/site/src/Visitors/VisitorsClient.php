<?php

namespace App\Visitors;

use Psr\Log\LoggerInterface;
use Symfony\Component\DependencyInjection\Attribute\Target;
use Symfony\Contracts\HttpClient\HttpClientInterface;

final class VisitorsClient
{
    public function __construct(
        #[Target('sealmetrics.client')] private readonly HttpClientInterface $http,
        private readonly LoggerInterface $logger,
    ) {
    }

    public function daily(\DateTimeImmutable $day): array
    {
        $response = $this->http->request('GET', 'stats/daily', [
            'query' => ['site_id' => 'acme-museum', 'date' => $day->format('Y-m-d')],
        ]);
        $status = $response->getStatusCode();
        $this->logger->info('daily visitors', ['status' => $status]);
        if (200 !== $status) {
            throw new \RuntimeException('daily visitors: ' . $status);
        }

        return $response->toArray();
    }
}
