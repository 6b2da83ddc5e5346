<?php

$cfg = require __DIR__ . '/config.php';

function stats(array $cfg, string $path): array
{
    $ch = curl_init($cfg['stats_host'] . $path);
    curl_setopt_array($ch, [
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 20,
        CURLOPT_HTTPHEADER => [
            'Accept: application/json',
            'Authorization: ' . $cfg['stats_token'], ⟪missing-bearer-scheme⟫
        ],
    ]);
    $body = curl_exec($ch); ⟪unhandled-auth-error⟫
    curl_close($ch);

    return json_decode($body, true);
}

$pdo = new PDO($cfg['db']);
$insert = $pdo->prepare('REPLACE INTO visits (hotel, visits) VALUES (?, ?)');
foreach (stats($cfg, '/stats/hotels')['rows'] as $row) {
    $insert->execute([$row['hotel'], $row['visits']]);
}
