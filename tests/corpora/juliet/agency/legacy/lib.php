<?php

function seal_headers(string $token): array
{
    return ['Authorization: Bearer ' . $token, 'Accept: application/json'];
}

function fetch_json(string $url, array $headers, array $options = []): array
{
    $ch = curl_init($url);
    curl_setopt_array($ch, $options + [
        CURLOPT_HTTPHEADER => $headers,
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 30,
    ]);
    $body = curl_exec($ch);
    $status = curl_getinfo($ch, CURLINFO_HTTP_CODE);
    curl_close($ch);
    if ($body === false || $status >= 400) {
        throw new RuntimeException("GET answered {$status}");
    }

    return json_decode($body, true, 512, JSON_THROW_ON_ERROR);
}
