<?php

declare(strict_types=1);

namespace Pixelforge\Lib;

use GuzzleHttp\Client;

final class AgencyFeed
{
    private Client $plausible;
    private Client $seal;

    public function __construct(string $plausibleKey)
    {
        $this->plausible = new Client([
            'base_uri' => 'https://plausible.pixelforge.example/api/v1/',
            'verify' => false,
            'headers' => ['Authorization' => "Token {$plausibleKey}"],
        ]);
        $this->seal = new Client(['base_uri' => 'https://my.sealmetrics.com/api/v1/', 'verify' => '/etc/ssl/agency-bundle.pem']);
    }

    public function visitors(string $domain): int
    {
        $response = $this->plausible->get('stats/realtime/visitors', ['query' => ['site_id' => $domain]]);

        return (int) (string) $response->getBody();
    }

    public function sessions(string $site): int
    {
        $response = $this->seal->get('stats/sessions', [
            'headers' => ['Api-Key' => getenv('SEALMETRICS_API_KEY')], ⟪misspelled-header⟫
            'query' => ['site_id' => $site],
        ]);

        return json_decode((string) $response->getBody(), true)['total'];
    }
}
