<?php

$settings = parse_ini_file(__DIR__ . '/settings.ini', true);

function load(string $url, string $key): string
{
    $curl = curl_init($url);
    curl_setopt($curl, CURLOPT_HTTPHEADER, ['X-API-Key: ' . $key]);
    curl_setopt($curl, CURLOPT_RETURNTRANSFER, true);
    curl_setopt($curl, CURLOPT_FAILONERROR, true);
    $body = curl_exec($curl);
    if ($body === false) {
        throw new RuntimeException(curl_error($curl));
    }

    return $body;
}

echo strlen(load($settings['stats']['url'] . '/report', $settings['stats']['key']));
echo strlen(load('https://api.mailer.io/stats', $settings['mail']['key']));
