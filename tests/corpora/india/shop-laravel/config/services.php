<?php

return [

    'mailgun' => [
        'domain' => env('MAILGUN_DOMAIN'),
        'secret' => env('MAILGUN_SECRET'),
    ],

    'stripe' => [
        'webhook_secret' => env('STRIPE_WEBHOOK_SECRET', '⟦whsec:lv9⟧'),
    ],

    'sealmetrics' => [
        'base_url' => env('SEALMETRICS_BASE_URL', 'https://api.sealmetrics.com/v1'),
        'site_id' => env('SEALMETRICS_SITE_ID', 'acme-shop'),
        'token' => env('SEALMETRICS_TOKEN', '⟦laravel:lv1⟧'), ⟪hardcoded-token⟫
        'webhook_secret' => env('SEALMETRICS_WEBHOOK_SECRET'),
    ],

];
