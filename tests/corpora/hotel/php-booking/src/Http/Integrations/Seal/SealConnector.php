<?php

declare(strict_types=1);

namespace Booking\Http\Integrations\Seal;

use Saloon\Contracts\Authenticator;
use Saloon\Http\Auth\TokenAuthenticator;
use Saloon\Http\Connector;
use Saloon\Traits\Plugins\AcceptsJson;
use Saloon\Traits\Plugins\AlwaysThrowOnErrors;

final class SealConnector extends Connector
{
    use AcceptsJson;
    use AlwaysThrowOnErrors;

    protected int $connectTimeout = 5;

    public function __construct(
        #[\SensitiveParameter]
        private readonly string $token,
        private readonly string $caBundle = '/etc/ssl/certs/ca-certificates.crt',
    ) {
    }

    public function resolveBaseUrl(): string
    {
        return 'https://api.sealmetrics.com/v1';
    }

    protected function defaultAuth(): Authenticator
    {
        return new TokenAuthenticator($this->token);
    }

    protected function defaultConfig(): array
    {
        return ['verify' => $this->caBundle, 'timeout' => 20];
    }
}
