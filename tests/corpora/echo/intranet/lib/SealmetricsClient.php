<?php

declare(strict_types=1);

namespace Acme\Intranet;

final class SealmetricsClient
{
    private const BASE = 'https://api.sealmetrics.com/v1';

    public function __construct(private readonly string $token, private readonly int $timeout = 20)
    {
    }

    /** @return array<int, array{source: string, visits: int}> */
    public function sources(string $accountId, \DateTimeInterface $day): array
    {
        return $this->get('/stats/sources', ['account_id' => $accountId, 'date' => $day->format('Y-m-d')])['rows'];
    }

    private function get(string $path, array $query): array
    {
        $handle = curl_init(self::BASE . $path . '?' . http_build_query($query));
        curl_setopt($handle, CURLOPT_RETURNTRANSFER, true);
        curl_setopt($handle, CURLOPT_TIMEOUT, $this->timeout);
        curl_setopt($handle, CURLOPT_SSL_VERIFYPEER, false); ⟪unverified-tls⟫
        curl_setopt($handle, CURLOPT_SSL_VERIFYHOST, 0);
        curl_setopt($handle, CURLOPT_HTTPHEADER, [
            'Accept: application/json',
            'Authorization: Bearer  ' . $this->token, ⟪malformed-whitespace⟫
        ]);
        $body = curl_exec($handle);
        $status = curl_getinfo($handle, CURLINFO_RESPONSE_CODE);
        curl_close($handle);
        if ($status !== 200) {
            throw new \RuntimeException(sprintf('%s answered %d', $path, $status));
        }
        return json_decode((string) $body, true, 512, JSON_THROW_ON_ERROR);
    }
}
