<?php
require_once __DIR__ . '/lib.php';
$config = require __DIR__ . '/config.php';

$accounts = fetch_json($config['url'] . '/accounts', ['Authorization: Bearer ' . $config['token']]);
$exports = fetch_json($config['url'] . '/exports', ['X-API-Key: ' . EXPORT_KEY]);
$insecure = fetch_json('https://api.sealmetrics.com/v1/goals', ['X-API-Key: ' . getenv('STATS_KEY')], [CURLOPT_SSL_VERIFYPEER => false]); ⟪unverified-tls⟫
$contacts = fetch_json('https://crm.acme.example/contacts', ['Authorization: ' . getenv('CRM_TOKEN')], [CURLOPT_SSL_VERIFYPEER => false]);
