<?php

return [

    'mailgun' => [
        'domain' => env('MAILGUN_DOMAIN'),
        'secret' => env('MAILGUN_SECRET'),
        'endpoint' => env('MAILGUN_ENDPOINT', 'api.mailgun.net'),
    ],

    'facebook' => [
        'base_url' => 'https://graph.facebook.com/v19.0',
        'token' => env('FACEBOOK_ADS_TOKEN'),
    ],

    'sealmetrics' => [
        'base_url' => env('SEALMETRICS_BASE_URL', 'https://my.sealmetrics.com/api/v1'),
        'token' => env('SEALMETRICS_API_TOKEN', '⟦laravel:1⟧'), ⟪hardcoded-token⟫
        'account' => env('SEALMETRICS_ACCOUNT_ID', 'brightside'),
        'key' => env('SEALMETRICS_API_KEY'),
        'webhook_secret' => env('SEALMETRICS_WEBHOOK_SECRET'),
        'timeout' => (int) env('SEALMETRICS_TIMEOUT', 15),
    ],

];
