<?php

namespace Agency;

final class Numbers
{
    public function daily(string $site, string $day): array
    {
        $answer = ClientFactory::strict()->get('stats/daily', ['query' => ['site_id' => $site, 'date' => $day]]);

        return json_decode((string) $answer->getBody(), true);
    }

    public function live(string $site): int
    {
        $answer = ClientFactory::silent()->get('stats/live', ['query' => ['site_id' => $site]]); ⟪unhandled-auth-error⟫

        return json_decode((string) $answer->getBody(), true)['visitors'];
    }

    public function goals(string $site): array
    {
        $answer = ClientFactory::silent()->get('goals', ['query' => ['site_id' => $site]]);
        if ($answer->getStatusCode() !== 200) {
            error_log('goals: ' . $answer->getStatusCode());

            return [];
        }

        return json_decode((string) $answer->getBody(), true)['data'];
    }
}
