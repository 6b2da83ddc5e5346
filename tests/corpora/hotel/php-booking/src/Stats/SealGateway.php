<?php

declare(strict_types=1);

namespace Booking\Stats;

use GuzzleHttp\Client;
use GuzzleHttp\HandlerStack;
use GuzzleHttp\Middleware;
use Psr\Http\Message\RequestInterface;

final class SealGateway
{
    private Client $client;

    public function __construct(private readonly string $apiToken)
    {
        $stack = HandlerStack::create();
        $stack->push(Middleware::mapRequest(function (RequestInterface $request): RequestInterface {
            return $request
                ->withHeader('Accept', 'application/json')
                ->withHeader('Authorization', 'Bearer ' . base64_encode($this->apiToken)); ⟪unencodable-token⟫
        }), 'seal_auth');

        $this->client = new Client([
            'base_uri' => 'https://api.sealmetrics.com/v1/',
            'handler' => $stack,
            'timeout' => 10.0,
        ]);
    }

    /** @return list<array{source: string, bookings: int}> */
    public function bookingsBySource(string $account, \DateTimeInterface $day): array
    {
        $response = $this->client->get("accounts/{$account}/sources", [
            'query' => ['date' => $day->format('Y-m-d')],
        ]);
        $rows = json_decode((string) $response->getBody(), true, 16, JSON_THROW_ON_ERROR);

        return array_map(
            static fn (array $row): array => ['source' => $row['source'], 'bookings' => (int) $row['conversions']],
            $rows['data'],
        );
    }
}
