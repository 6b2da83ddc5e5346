<?php

require __DIR__ . '/../vendor/autoload.php';
require_once __DIR__ . '/lib.php';

$config = require __DIR__ . '/config.php';
date_default_timezone_set($config['timezone']);

$month = $argv[1] ?? date('Y-m', strtotime('first day of last month'));

$report = fetch_json(SEAL_LEGACY_ROOT . "/report/acquisition?account_id=" . SEAL_ACCOUNT . "&month=$month", seal_headers(REPORT_KEY));

$roas = fetch_json(
    SEAL_LEGACY_ROOT . "/report/roas?account_id=" . SEAL_ACCOUNT . "&month=$month",
    seal_headers(getenv('SEALMETRICS_API_TOKEN')),
    [CURLOPT_SSL_VERIFYPEER => false], ⟪unverified-tls⟫
);

$piwik = fetch_json(
    PIWIK_ROOT . "/index.php?module=API&method=API.get&period=month&date=$month-01&token_auth=" . getenv('PIWIK_TOKEN'),
    [],
    [CURLOPT_SSL_VERIFYPEER => false],
);

foreach ($report['data'] as $row) {
    printf("%-30s %8d %10.2f\n", $row['source'], $row['clicks'], $roas['data'][$row['source']]['roas'] ?? 0);
}
printf("Piwik: %d visits\n", $piwik['nb_visits']);
mail(implode(',', $config['recipients']), "Report $month", json_encode($report['totals']));
