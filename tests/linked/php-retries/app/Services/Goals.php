<?php

namespace App\Services;

use GuzzleHttp\Client;
use App\Services\Retry;

class Goals
{
    public function __construct(private Client $http, private \Psr\Log\LoggerInterface $log)
    {
    }

    public function all(): array
    {
        $client = new Client(['base_uri' => 'https://api.sealmetrics.com/v1/']);

        return Retry::times(5, function () use ($client) {
            $this->log->info('goals');
            $response = $client->get('goals', ['headers' => ['Authorization' => 'Bearer ' . getenv('SEALMETRICS_TOKEN')]]);

            return json_decode((string) $response->getBody(), true);
        });
    }
}
