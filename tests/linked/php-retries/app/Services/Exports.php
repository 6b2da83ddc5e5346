<?php

namespace App\Services;

use App\Services\GuzzleFactory;
use Illuminate\Support\Facades\Http;
use Illuminate\Support\Facades\Log;

class Exports
{
    public function all(): array
    {
        $client = GuzzleFactory::eager('https://api.sealmetrics.com/v1/');
        $response = $client->get('exports', ['headers' => ['Authorization' => 'Bearer ' . config('services.sealmetrics.token')]]);
        Log::info('exports', ['status' => $response->getStatusCode()]);

        return json_decode((string) $response->getBody(), true);
    }

    public function some(): array
    {
        $client = GuzzleFactory::patient('https://api.sealmetrics.com/v1/');
        $response = $client->get('exports', ['headers' => ['Authorization' => 'Bearer ' . config('services.sealmetrics.token')]]);

        return json_decode((string) $response->getBody(), true);
    }

    public function one(): array
    {
        return Http::withToken(config('services.sealmetrics.token'))
            ->retry(3, 100) ⟪retry-on-auth-error, retry-without-backoff⟫
            ->get('https://api.sealmetrics.com/v1/one')
            ->json();
    }

    public function two(): array
    {
        return Http::withToken(config('services.sealmetrics.token'))
            ->retry([1000, 5000, 10000], when: fn ($e) => in_array($e->response?->status(), [429, 503], true))
            ->get('https://api.sealmetrics.com/v1/two')
            ->json();
    }

    public function three(): string
    {
        for ($i = 0; $i < 5; $i++) {
            $handle = curl_init('https://api.sealmetrics.com/v1/three');
            curl_setopt($handle, CURLOPT_RETURNTRANSFER, true);
            curl_setopt($handle, CURLOPT_HTTPHEADER, ['Authorization: Bearer ' . config('services.sealmetrics.token')]);
            $body = curl_exec($handle);
            $code = curl_getinfo($handle, CURLINFO_HTTP_CODE);
            curl_close($handle);
            if ($code === 200) { ⟪retry-on-auth-error⟫
                return $body;
            }
            usleep(300000); ⟪retry-without-backoff⟫
        }
        throw new \RuntimeException('three');
    }
}
