<?php

namespace Tests\Feature;

use App\Services\ChannelReport;
use Carbon\CarbonImmutable;
use Illuminate\Http\Client\Request;
use Illuminate\Http\Client\RequestException;
use Illuminate\Support\Facades\Http;
use Tests\TestCase;

class ChannelReportTest extends TestCase
{
    protected function setUp(): void
    {
        parent::setUp();
        config(['services.sealmetrics.token' => 'test-token']);
        Http::preventStrayRequests();
    }

    public function test_it_sends_the_bearer_header(): void
    {
        Http::fake(['api.sealmetrics.com/*' => Http::response(['data' => [['source' => 'direct', 'conversions' => 3]]])]);

        $rows = (new ChannelReport('acme-corp'))->forDay(CarbonImmutable::parse('2026-03-01'));

        $this->assertSame('direct', $rows->first()['channel']);
        Http::assertSent(fn (Request $request) => $request->hasHeader('Authorization', 'Bearer test-token')
            && str_starts_with($request->url(), 'https://'));
    }

    public function test_it_does_not_hide_a_refusal(): void
    {
        Http::fake(['api.sealmetrics.com/*' => Http::response(status: 401)]);
        $this->expectException(RequestException::class);
        (new ChannelReport('acme-corp'))->forDay(CarbonImmutable::yesterday());
    }
}
