<?php

// run by cron on the old host: no framework there

$settings = require __DIR__.'/seal_settings.php';

function seal_get(array $settings, string $path): array
{
    $curl = curl_init($settings['base'].$path);
    curl_setopt_array($curl, [
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 20,
        CURLOPT_HTTPHEADER => ['Authorization: Bearer '.$settings['token']], ⟪untrimmed-token⟫
    ]);
    $body = curl_exec($curl);
    $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
    curl_close($curl);
    if ($status !== 200) {
        fwrite(STDERR, "sealmetrics $path: $status\n");
        exit(1);
    }

    return json_decode($body, true);
}

foreach (seal_get($settings, '/accounts')['data'] as $account) {
    echo $account['id'], "\t", $account['name'], "\n";
}
