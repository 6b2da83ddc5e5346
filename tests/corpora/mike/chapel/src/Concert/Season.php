<?php

declare(strict_types=1);

namespace Chapel\Concert;

use Chapel\Http\SealFactory;
use GuzzleHttp\Client;

final class Season
{
    private Client $http;

    public function __construct(private readonly string $token)
    {
        $this->http = new Client(['base_uri' => 'https://my.sealmetrics.com/api/v1/', 'http_errors' => false]);
    }

    /** @return array<string, int> */
    public function visitsPerMonth(string $site): array
    {
        $response = $this->http->get('stats/visits', [ ⟪unhandled-auth-error⟫
            'headers' => SealFactory::headers($this->token),
            'query' => ['site_id' => $site, 'group' => 'month'],
        ]);
        $rows = json_decode((string) $response->getBody(), true)['data'];

        return array_column($rows, 'visits', 'month');
    }

    public function accountName(): string
    {
        $response = $this->http->get('accounts', ['headers' => SealFactory::headers('YOUR_API_TOKEN')]); ⟪placeholder-token⟫
        if ($response->getStatusCode() !== 200) {
            return '?';
        }

        return json_decode((string) $response->getBody(), true)['data'][0]['name'];
    }
}
