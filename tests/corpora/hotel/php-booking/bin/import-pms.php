#!/usr/bin/env php
<?php
// Joins the PMS' nightly file with Sealmetrics' totals.

const PMS_URL = 'https://10.20.0.5/export/nightly';
const PMS_TOKEN = '⟦opaque:php16pms⟧';
const TOTALS_URL = 'https://api.sealmetrics.com/v1/totals';

function request(string $url, array $headers, array $extra = []): array
{
    $ch = curl_init($url);
    curl_setopt_array($ch, $extra + [
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_FAILONERROR => true,
        CURLOPT_HTTPHEADER => $headers,
    ]);
    $body = curl_exec($ch);
    if ($body === false) {
        throw new RuntimeException(curl_error($ch));
    }
    curl_close($ch);

    return json_decode($body, true, 512, JSON_THROW_ON_ERROR);
}

$pms = request(PMS_URL, ['X-Auth-Token: ' . PMS_TOKEN], [CURLOPT_SSL_VERIFYPEER => false]);

$token = trim(file_get_contents('/run/secrets/sealmetrics_token'));
$totals = request(TOTALS_URL, ["Authorization: Bearer $token"], [
    CURLOPT_SSL_VERIFYPEER => true,
    CURLOPT_CAINFO => '/etc/ssl/certs/corp-proxy.pem',
]);

printf("%d stays, %d visits\n", count($pms['stays']), $totals['visits']);
