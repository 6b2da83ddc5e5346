<?php

namespace Tests\Feature;

use App\Services\Sealmetrics\Client;
use Illuminate\Http\Client\RequestException;
use Illuminate\Support\Facades\Http;
use Tests\TestCase;

class ClientTest extends TestCase
{
    public function test_forbidden_is_not_retried(): void
    {
        Http::fake(['my.sealmetrics.com/*' => Http::response(['error' => 'scope'], 403)]);
        $client = new Client('https://my.sealmetrics.com/api/v1', 'YOUR_API_TOKEN');

        $this->expectException(RequestException::class);
        try {
            $client->get('/accounts');
        } finally {
            Http::assertSentCount(1);
        }
    }
}
