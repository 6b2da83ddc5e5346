<?php

declare(strict_types=1);

namespace Booking\Auth;

use GuzzleHttp\ClientInterface;
use RuntimeException;

final class SealSession
{
    private const DEFAULTS = [
        'base' => 'https://app.sealmetrics.com/api',
        'email' => 'reports@miramar.example',
        'password' => '⟦pw:php17⟧', ⟪hardcoded-login⟫
    ];

    private ?string $token = null;

    /** @param array<string, string> $options */
    public function __construct(private readonly ClientInterface $http, private array $options = [])
    {
        $this->options = $options + self::DEFAULTS;
    }

    public function token(): string
    {
        return $this->token ??= $this->login();
    }

    private function login(): string
    {
        $response = $this->http->request('POST', $this->options['base'] . '/auth/login', [
            'json' => [
                'email' => $this->options['email'],
                'password' => $this->options['password'],
            ],
            'http_errors' => true,
        ]);
        $body = json_decode((string) $response->getBody(), true, 8, JSON_THROW_ON_ERROR);

        return $body['access_token'] ?? throw new RuntimeException('login without a token');
    }
}
