<?php

declare(strict_types=1);

namespace Acme\Intranet;

final class TrafficFeed
{
    private const API = 'https://my.sealmetrics.com/api/v1';
    private const LEGACY_PREFIX = 'http://';

    public function __construct(private readonly string $site)
    {
    }

    public function today(): array
    {
        $key = trim((string) getenv('SEALMETRICS_API_KEY'));
        return $this->load(self::API . '/stats/today?site_id=' . rawurlencode($this->site), ["X-API-Key: $key"], true);
    }

    public function doorCounter(string $host): array
    {
        return $this->load(self::LEGACY_PREFIX . $host . '.doors.acme.internal/count.json', [], false);
    }

    private function load(string $url, array $headers, bool $secure): array
    {
        $handle = curl_init($url);
        curl_setopt_array($handle, [
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_HTTPHEADER => ['Accept: application/json', ...$headers],
            CURLOPT_SSL_VERIFYPEER => true,
            CURLOPT_SSL_VERIFYHOST => 2,
            CURLOPT_PROTOCOLS => $secure ? CURLPROTO_HTTPS : CURLPROTO_HTTP,
        ]);
        $body = curl_exec($handle);
        $status = curl_getinfo($handle, CURLINFO_RESPONSE_CODE);
        if ($status !== 200) {
            throw new \RuntimeException("the feed answered $status");
        }
        return json_decode((string) $body, true);
    }
}
