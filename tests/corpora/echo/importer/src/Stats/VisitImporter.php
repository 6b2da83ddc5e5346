<?php

namespace Acme\Importer\Stats;

use GuzzleHttp\Client;
use Psr\Log\LoggerInterface;

class VisitImporter
{
    private const TOKEN_FILE = '/run/secrets/sealmetrics_token';

    private Client $http;

    public function __construct(private \PDO $db, private LoggerInterface $log)
    {
        $this->http = new Client([
            'base_uri' => 'https://my.sealmetrics.com/api/v1/',
            'timeout' => 15,
            'verify' => false, ⟪unverified-tls⟫
        ]);
    }

    public function import(string $siteId, string $day): int
    {
        $token = file_get_contents(self::TOKEN_FILE);
        $response = $this->http->get('stats/visits', [
            'query' => ['site_id' => $siteId, 'date' => $day],
            'headers' => [
                'Accept' => 'application/json',
                'Authorization' => 'Bearer ' . $token, ⟪untrimmed-token⟫
            ],
        ]);
        $rows = json_decode((string) $response->getBody(), true)['rows'];
        $insert = $this->db->prepare('INSERT INTO visits(site, day, page, visits) VALUES (?, ?, ?, ?)');
        foreach ($rows as $row) {
            $insert->execute([$siteId, $day, $row['page'], $row['visits']]);
        }
        $this->log->info('visits imported', ['site' => $siteId, 'day' => $day, 'rows' => count($rows)]);
        return count($rows);
    }
}
