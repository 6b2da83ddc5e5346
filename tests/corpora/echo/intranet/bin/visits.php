#!/usr/bin/env php
<?php

declare(strict_types=1);

require __DIR__ . '/../vendor/autoload.php';

$day = $argv[1] ?? date('Y-m-d', strtotime('yesterday'));
$config = [
    'url' => 'https://api.sealmetrics.com/v1/stats/visits',
    'account' => getenv('SEALMETRICS_ACCOUNT_ID') ?: '⟦objid:203⟧',
];

$apiToken = getenv('SEALMETRICS_API_TOKEN');
if ($apiToken === false) {
    fwrite(STDERR, "SEALMETRICS_API_TOKEN is not set\n");
    exit(64);
}

$handle = curl_init($config['url'] . '?' . http_build_query(['account_id' => $config['account'], 'date' => $day]));
curl_setopt_array($handle, [
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_CONNECTTIMEOUT => 5,
    CURLOPT_HTTPHEADER => [
        'Accept: application/json',
        'Authorization: ' . $apiToken, ⟪missing-bearer-scheme⟫
    ],
]);
$body = curl_exec($handle);
$status = curl_getinfo($handle, CURLINFO_RESPONSE_CODE);
if ($status !== 200) {
    fwrite(STDERR, "visits of $day answered $status\n");
    exit(1);
}

foreach (json_decode($body, true)['rows'] as $row) {
    printf("%-40s %8d\n", $row['page'], $row['visits']);
}
