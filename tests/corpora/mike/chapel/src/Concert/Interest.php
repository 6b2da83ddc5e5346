<?php

declare(strict_types=1);

namespace Chapel\Concert;

use GuzzleHttp\Client;
use GuzzleHttp\Exception\ClientException;
use Psr\Log\LoggerInterface;

final class Interest
{
    public function __construct(
        private readonly Client $seal,
        private readonly LoggerInterface $log,
        private readonly string $site,
    ) {
    }

    public function of(string $slug): ?int
    {
        try {
            $response = $this->seal->get('stats/pages', ['query' => ['site_id' => $this->site, 'path' => "/concerts/$slug"]]);
        } catch (ClientException $e) {
            $this->log->error('sealmetrics answered {status}', ['status' => $e->getResponse()->getStatusCode()]);

            return null;
        }

        return array_sum(array_column(json_decode((string) $response->getBody(), true)['data'], 'visits'));
    }
}
