<?php

namespace App;

use Symfony\Contracts\HttpClient\HttpClientInterface;

final class Mail
{
    public function __construct(private HttpClientInterface $http, private string $token)
    {
    }

    public function stats(): array
    {
        $options = ['headers' => ['Authorization' => 'Bearer ' . $this->token]];

        return $this->http->request('GET', 'https://api.mailer.io/stats', $options)->toArray();
    }
}
