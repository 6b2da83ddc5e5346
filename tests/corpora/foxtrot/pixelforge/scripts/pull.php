#!/usr/bin/env php
<?php

declare(strict_types=1);

const ENDPOINT = 'https://api.sealmetrics.com/v1/exports/daily';

function request(string $url, array $headers): array
{
    $handle = curl_init();
    curl_setopt_array($handle, [
        CURLOPT_URL => $url,
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_HTTPHEADER => $headers,
        CURLOPT_TIMEOUT => 20,
        CURLOPT_SSL_VERIFYPEER => false, ⟪unverified-tls⟫
    ]);
    $body = curl_exec($handle);
    $status = curl_getinfo($handle, CURLINFO_RESPONSE_CODE);
    curl_close($handle);

    if ($status !== 200) {
        fwrite(STDERR, "export refused with status {$status}\n");
        exit(1);
    }

    return json_decode((string) $body, true, 512, JSON_THROW_ON_ERROR);
}

$token = getenv('SEALMETRICS_API_TOKEN');
$day = $argv[1] ?? date('Y-m-d', strtotime('yesterday'));

$rows = request(ENDPOINT . "?day={$day}", [
    'Accept: application/json',
    'Authorization: Bearer $token', ⟪uninterpolated-token⟫
]);

foreach ($rows as $row) {
    printf("%s;%s;%d\n", $row['site'], $row['channel'], $row['sessions']);
}
