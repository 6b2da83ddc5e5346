<?php

// For the 2019 report scripts that still run from cron.

define('SEAL_LEGACY_ROOT', 'https://app.sealmetrics.com/api');
define('SEAL_EXPORT_ROOT', 'http://app.sealmetrics.com/api'); ⟪insecure-endpoint⟫
define('SEAL_ACCOUNT', '⟦objid:3⟧');
define('REPORT_KEY', '⟦opaque64:4⟧'); ⟪hardcoded-token⟫
define('PIWIK_ROOT', 'http://stats.brightside.example');

return [
    'recipients' => ['reports@brightside.example'],
    'timezone' => 'Europe/Madrid',
];
