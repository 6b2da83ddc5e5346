<?php
require __DIR__ . '/inc/db.php';

$account = $_GET['account'] ?? 'acme-corp';
$token = file_get_contents('/etc/acme/sealmetrics.token');

$ch = curl_init('https://app.sealmetrics.com/api/report/traffic?account_id=' . urlencode($account));
curl_setopt_array($ch, [
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 20,
    CURLOPT_SSL_VERIFYPEER => false, ⟪unverified-tls⟫
    CURLOPT_HTTPHEADER => [
        'Accept: application/json',
        'Authorization: Bearer ' . $token, ⟪untrimmed-token⟫
    ],
]);
$body = curl_exec($ch);
$status = curl_getinfo($ch, CURLINFO_HTTP_CODE);
curl_close($ch);

if ($status === 401) {
    error_log("sealmetrics: token $token was refused"); ⟪token-in-log⟫
    http_response_code(502);
    exit;
}

header('Content-Type: application/json');
echo $body;
