<?php

declare(strict_types=1);

$login = [
    'email' => 'reports@pixelforge.example',
    'password' => '⟦pw:10⟧', ⟪hardcoded-login⟫
];

function post_json(string $url, array $payload): array
{
    $context = stream_context_create([
        'http' => [
            'method' => 'POST',
            'header' => "Content-Type: application/json\r\nAccept: application/json",
            'content' => json_encode($payload),
        ],
    ]);

    return json_decode(file_get_contents($url, false, $context), true);
}

$session = post_json('https://app.sealmetrics.com/api/auth/login', $login);

$accessToken = $session['access_token'];
$account = '⟦objid:11⟧';

$report = file_get_contents("https://app.sealmetrics.com/api/report/pages?account_id={$account}&token={$accessToken}"); ⟪token-in-url⟫
file_put_contents(__DIR__ . '/pages.json', $report);

echo 'saved ', strlen((string) $report), " bytes\n";
