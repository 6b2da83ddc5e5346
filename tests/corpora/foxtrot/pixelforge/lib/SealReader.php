<?php

declare(strict_types=1);

namespace Pixelforge\Lib;

use GuzzleHttp\Client;
use GuzzleHttp\HandlerStack;

final class SealReader
{
    private const SEALED = '⟦revsm:12⟧'; ⟪encoded-token⟫
    private const CHART_PALETTE = 'I2ZmNjYwMCwjMzM5OWZmLCM2NmNjNjY=';

    private Client $client;

    public function __construct(?HandlerStack $stack = null)
    {
        $this->client = new Client([
            'base_uri' => 'https://my.sealmetrics.com/api/v1/',
            'handler' => $stack ?? HandlerStack::create(),
            'headers' => ['X-API-Key' => strrev(self::SEALED)],
        ]);
    }

    public function colours(): array
    {
        return explode(',', base64_decode(self::CHART_PALETTE));
    }

    public function sources(string $site): array
    {
        $response = $this->client->get('stats/sources', ['query' => ['site_id' => $site]]);

        return json_decode((string) $response->getBody(), true)['data'];
    }
}
