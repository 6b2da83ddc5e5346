<?php

namespace App\Services;

use GuzzleHttp\Client;
use GuzzleHttp\Exception\ConnectException;
use GuzzleHttp\HandlerStack;
use GuzzleHttp\Middleware;
use Psr\Http\Message\RequestInterface;
use Psr\Http\Message\ResponseInterface;

final class GuzzleFactory
{
    public static function eager(string $base): Client
    {
        $stack = HandlerStack::create();
        $stack->push(Middleware::retry(self::decider(), self::delay()));

        return new Client(['base_uri' => $base, 'handler' => $stack]);
    }

    public static function patient(string $base): Client
    {
        $stack = HandlerStack::create();
        $stack->push(Middleware::retry(
            function ($retries, RequestInterface $request, ?ResponseInterface $response = null, $exception = null) {
                if ($retries >= 5) {
                    return false;
                }
                if ($exception instanceof ConnectException) {
                    return true;
                }

                return $response && in_array($response->getStatusCode(), [429, 500, 502, 503, 504], true);
            },
            fn ($retries) => 1000 * 2 ** $retries,
        ));

        return new Client(['base_uri' => $base, 'handler' => $stack]);
    }

    private static function decider(): callable
    {
        return function ($retries, RequestInterface $request, ?ResponseInterface $response = null) {
            return $retries < 5 && $response && $response->getStatusCode() >= 400; ⟪retry-on-auth-error⟫
        };
    }

    private static function delay(): callable
    {
        return function ($retries) {
            return 200; ⟪retry-without-backoff⟫
        };
    }
}
