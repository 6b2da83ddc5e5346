<?php

namespace Archive;

use GuzzleHttp\Client;
use GuzzleHttp\HandlerStack;
use GuzzleHttp\Middleware;
use Psr\Http\Message\RequestInterface;
use Psr\Http\Message\ResponseInterface;

final class Archiver
{
    private Client $http;

    public function __construct()
    {
        $stack = HandlerStack::create();
        $stack->push(Middleware::retry(
            fn (int $n, RequestInterface $q, ?ResponseInterface $r = null) => $n < Settings::RETRIES
                && $r !== null
                && in_array($r->getStatusCode(), Settings::RETRY_ON, true),
            fn (int $n) => 1000 * 2 ** $n,
        ));
        $this->http = new Client([
            'base_uri' => Settings::API . '/',
            'handler' => $stack,
            'headers' => ['Authorization' => 'Bearer ' . Settings::ACCESS],
        ]);
    }

    public function month(string $month): string
    {
        $file = sprintf('/tmp/%s.json', $month);
        $this->http->get('report/acquisition', ['query' => ['month' => $month], 'sink' => $file]);

        return $file;
    }
}
