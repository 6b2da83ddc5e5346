<?php

return [
    'stripe' => [
        'secret' => env('STRIPE_SECRET'),
        'webhook' => env('STRIPE_WEBHOOK_SECRET'),
    ],

    'sealmetrics' => [
        'key' => env('SEALMETRICS_API_KEY', '⟦sm:1⟧'), ⟪hardcoded-token⟫
        'url' => env('SEALMETRICS_BASE_URL', 'https://my.sealmetrics.com/api/v1'),
        'site' => env('SEALMETRICS_SITE_ID', 'acme-hotels'),
        'retry_on' => [401, 429, 502, 503], ⟪retry-on-auth-error⟫
    ],

    'channel_manager' => [
        'endpoint' => 'http://channels.internal:8080',
        'token' => env('CHANNEL_TOKEN'),
    ],
];
