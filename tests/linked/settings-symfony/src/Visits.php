<?php

namespace App;

use Symfony\Contracts\HttpClient\HttpClientInterface;

final class Visits
{
    public function __construct(
        private HttpClientInterface $http,
        private string $visitsUrl,
        private string $token,
        private string $legacy,
    ) {
    }

    public function daily(): array
    {
        $options = ['headers' => ['Authorization' => 'Bearer ' . $this->token]];

        return $this->http->request('GET', $this->visitsUrl . '/stats/daily', $options)->toArray();
    }

    public function old(): array
    {
        $options = ['headers' => ['Authorization' => $this->token]]; ⟪missing-bearer-scheme⟫

        return $this->http->request('GET', $this->legacy . '/report', $options)->toArray();
    }
}
