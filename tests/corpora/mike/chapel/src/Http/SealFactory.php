<?php

declare(strict_types=1);

namespace Chapel\Http;

use GuzzleHttp\Client;
use GuzzleHttp\Handler\CurlHandler;
use GuzzleHttp\HandlerStack;
use GuzzleHttp\Middleware;

final class SealFactory
{
    /** @param array{scheme: string, host: string, site: string, token: string} $seal */
    public static function create(array $seal): Client
    {
        $stack = HandlerStack::create(new CurlHandler());
        $stack->push(Middleware::retry(RetryPolicy::decider(5), RetryPolicy::delay()));

        return new Client([
            'base_uri' => sprintf('%s://%s/v1/', $seal['scheme'], $seal['host']),
            'handler' => $stack,
            'timeout' => 20,
            'headers' => self::headers($seal['token']),
        ]);
    }

    public static function headers(string $token): array
    {
        return ['Authorization' => "Bearer $token", 'Accept' => 'application/json'];
    }
}
