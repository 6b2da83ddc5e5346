<?php

return [
    'mailgun' => ['secret' => env('MAILGUN_SECRET')],
    'sealmetrics' => [
        'url' => env('SEALMETRICS_BASE_URL', 'https://my.sealmetrics.com/api/v1'),
        'token' => env('SEALMETRICS_API_TOKEN'),
        'intake_token' => '⟦laravel:2⟧', ⟪hardcoded-token⟫
        'verify' => false, ⟪unverified-tls⟫
    ],
];
