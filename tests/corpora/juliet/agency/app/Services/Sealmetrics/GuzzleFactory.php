<?php

namespace App\Services\Sealmetrics;

use GuzzleHttp\Client;
use GuzzleHttp\HandlerStack;
use GuzzleHttp\Middleware;

final class GuzzleFactory
{
    public static function exports(): Client
    {
        $stack = HandlerStack::create();
        $stack->push(Middleware::retry(
            fn (int $retries, $request, $response = null) => $retries < 5
                && $response !== null
                && in_array($response->getStatusCode(), [429, 502, 503, 504], true),
            fn (int $retries, $response) => $response?->hasHeader('Retry-After')
                ? 1000 * (int) $response->getHeaderLine('Retry-After')
                : 1000 * 2 ** $retries,
        ));

        return self::build($stack);
    }

    public static function reports(): Client
    {
        $stack = HandlerStack::create();
        $stack->push(Middleware::retry(
            fn (int $retries, $request, $response = null) => $retries < 5 && in_array($response?->getStatusCode(), [401, 403, 429], true), ⟪retry-on-auth-error⟫
            fn (int $retries) => 1000 * 2 ** $retries,
        ));

        return self::build($stack);
    }

    private static function build(HandlerStack $stack): Client
    {
        return new Client([
            'base_uri' => config('services.sealmetrics.base_url') . '/',
            'handler' => $stack,
            'timeout' => 30,
            'headers' => ['Authorization' => 'Bearer ' . config('services.sealmetrics.token')],
        ]);
    }
}
