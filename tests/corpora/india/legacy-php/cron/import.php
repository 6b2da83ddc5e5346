<?php
// 5 3 * * *  php cron/import.php
require __DIR__ . '/../inc/db.php';

const SEAL_USER = 'reports@acme-corp.io';
const SEAL_METRICS_PASSWORD = '⟦pw:ci1⟧'; ⟪hardcoded-login⟫

function post_json(string $url, array $data): array
{
    $context = stream_context_create(['http' => [
        'method' => 'POST',
        'header' => 'Content-Type: application/json',
        'content' => json_encode($data),
    ]]);
    return json_decode(file_get_contents($url, false, $context), true);
}

$login = post_json('https://app.sealmetrics.com/api/auth/login', ['email' => SEAL_USER, 'password' => SEAL_METRICS_PASSWORD]);
$jwt = $login['access_token'];

$rows = file_get_contents('https://app.sealmetrics.com/api/report/conversions', false, stream_context_create(['http' => [
    'header' => 'Authorization: JWT ' . $jwt, ⟪wrong-scheme⟫
]]));

foreach (json_decode($rows, true)['data'] as $row) {
    $db->prepare('INSERT INTO conversions (day, amount) VALUES (?, ?)')->execute([$row['day'], $row['amount']]);
}
