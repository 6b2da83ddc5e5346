<?php

declare(strict_types=1);

namespace Acme\Api;

/** Compares the old counter with the new one until the move to Sealmetrics is over. */
final class PlausibleBridge
{
    private const OLD = 'http://plausible.acme.internal/api/v1';
    private const NEW = 'https://api.sealmetrics.com/v1';

    public function old(string $day): int
    {
        $context = stream_context_create([
            'http' => ['header' => 'Authorization: ' . getenv('PLAUSIBLE_TOKEN')],
            'ssl' => ['verify_peer' => false, 'verify_peer_name' => false],
        ]);
        $body = file_get_contents(self::OLD . "/stats?date=$day", false, $context);
        return json_decode((string) $body, true)['visitors'];
    }

    public function new(string $day): int
    {
        $token = getenv('SEALMETRICS_API_TOKEN');
        $context = stream_context_create([
            'http' => ['header' => sprintf('Authorization: Bearer %s', $token), 'timeout' => 10],
        ]);
        $body = file_get_contents(self::NEW . "/stats/visits?account_id=acme-corp&date=$day", false, $context);
        return json_decode((string) $body, true)['total'];
    }

    public function difference(string $day): float
    {
        $old = $this->old($day);
        return $old === 0 ? 0.0 : ($this->new($day) - $old) / $old;
    }
}
