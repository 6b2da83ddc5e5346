<?php

declare(strict_types=1);

/*
 * Copies goal totals from a client's Matomo into our sheet next to the Sealmetrics ones.
 * Their Matomo has a self-signed certificate; Sealmetrics has a real one.
 */

const MATOMO = 'http://stats.client-intranet.example/index.php';
const MATOMO_TOKEN_AUTH = '⟦hex:10⟧';
const SEALMETRICS = 'https://api.sealmetrics.com/v1/goals';

function fetch(string $url, array $options): array
{
    $handle = curl_init($url);
    curl_setopt($handle, CURLOPT_RETURNTRANSFER, true);
    curl_setopt_array($handle, $options);
    $body = curl_exec($handle);
    if (curl_getinfo($handle, CURLINFO_RESPONSE_CODE) !== 200) {
        throw new RuntimeException('no answer from ' . parse_url($url, PHP_URL_HOST));
    }

    return json_decode((string) $body, true);
}

$matomo = fetch(MATOMO . '?module=API&method=Goals.get&token_auth=' . MATOMO_TOKEN_AUTH, [
    CURLOPT_SSL_VERIFYPEER => false,
    CURLOPT_SSL_VERIFYHOST => 0,
]);

$seal = fetch(SEALMETRICS, [
    CURLOPT_CAINFO => '/etc/ssl/certs/ca-certificates.crt',
    CURLOPT_SSL_VERIFYPEER => true,
    CURLOPT_SSL_VERIFYHOST => 2,
    CURLOPT_HTTPHEADER => ['Authorization: Bearer ' . trim((string) getenv('SEALMETRICS_TOKEN'))],
]);

printf("matomo %d, sealmetrics %d\n", $matomo['nb_conversions'], $seal['conversions']);
