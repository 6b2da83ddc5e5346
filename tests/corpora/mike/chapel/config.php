<?php

return [
    'timezone' => 'Europe/Brussels',
    'seal' => [
        'scheme' => 'http', ⟪insecure-endpoint⟫
        'host' => 'api.sealmetrics.com',
        'site' => $_ENV['SEALMETRICS_SITE_ID'] ?? 'chapel-concerts',
        'token' => $_ENV['SEALMETRICS_API_TOKEN'] ?? throw new RuntimeException('SEALMETRICS_API_TOKEN is not set'),
    ],
    'organ' => [
        'scheme' => 'http',
        'host' => 'organ.chapel.lan',
    ],
];
