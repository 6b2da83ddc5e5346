#!/usr/bin/env php
<?php

require __DIR__ . '/../vendor/autoload.php';

const ENDPOINT = 'https://my.sealmetrics.com/api/v1/stats/%s/visits';

$site = $argv[1] ?? 'acme-corp';
$keyFile = getenv('SEALMETRICS_API_KEY_FILE') ?: '/run/secrets/sealmetrics_api_key';
$apiKey = file_get_contents($keyFile);

$ch = curl_init();
curl_setopt_array($ch, [
    CURLOPT_URL => sprintf(ENDPOINT, rawurlencode($site)),
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
    CURLOPT_HTTPHEADER => [
        'Accept: application/json',
        'X-API-Key: ' . $apiKey, ⟪untrimmed-token⟫
    ],
    CURLOPT_SSL_VERIFYPEER => 0, ⟪unverified-tls⟫
]);

$body = curl_exec($ch);
$status = curl_getinfo($ch, CURLINFO_RESPONSE_CODE);
curl_close($ch);

if ($status !== 200) {
    fwrite(STDERR, "visits answered $status\n");
    exit(1);
}

$pdo = new PDO(getenv('DATABASE_DSN'));
$insert = $pdo->prepare('INSERT INTO visits (day, source, total) VALUES (?, ?, ?)');
foreach (json_decode($body, true)['rows'] as $row) {
    $insert->execute([$row['day'], $row['source'], $row['total']]);
}
