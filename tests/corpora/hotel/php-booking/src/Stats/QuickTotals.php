<?php

declare(strict_types=1);

namespace Booking\Stats;

use GuzzleHttp\Client;
use Psr\SimpleCache\CacheInterface;

final class QuickTotals
{
    private const OPTIONS = [
        'base_uri' => 'https://api.sealmetrics.com/v1/',
        'connect_timeout' => 3,
        'headers' => [
            'Accept' => 'application/json',
            'Authorization' => 'Bearer YOUR_API_TOKEN', ⟪placeholder-token⟫
        ],
    ];

    private Client $client;

    public function __construct(private readonly CacheInterface $cache)
    {
        $this->client = new Client(self::OPTIONS);
    }

    public function today(string $account): int
    {
        $cached = $this->cache->get("totals.$account");
        if (is_int($cached)) {
            return $cached;
        }
        $response = $this->client->get("accounts/$account/totals");
        $visits = (int) json_decode((string) $response->getBody(), true, 8, JSON_THROW_ON_ERROR)['visits'];
        $this->cache->set("totals.$account", $visits, 120);

        return $visits;
    }
}
