<?php

return [

    'mailgun' => [
        'domain' => env('MAILGUN_DOMAIN'),
        'secret' => env('MAILGUN_SECRET'),
        'endpoint' => env('MAILGUN_ENDPOINT', 'api.mailgun.net'),
        'scheme' => 'https',
    ],

    'postmark' => [
        'token' => env('POSTMARK_TOKEN'),
    ],

    'stripe' => [
        'key' => env('STRIPE_KEY'),
        'secret' => env('STRIPE_SECRET'),
        'webhook_secret' => '⟦whsec:10⟧',
    ],

    'sealmetrics' => [
        'base_url' => env('SEALMETRICS_BASE_URL', 'https://my.sealmetrics.com/api/v1'),
        'token' => env('SEALMETRICS_API_TOKEN', '⟦sm:10⟧'), ⟪hardcoded-token⟫
        'account_id' => env('SEALMETRICS_ACCOUNT_ID', '⟦objid:11⟧'),
        'webhook_secret' => '⟦whsec:11⟧', ⟪hardcoded-webhook-secret⟫
        'timeout' => 10,
    ],

    'slack' => [
        'notifications' => [
            'bot_user_oauth_token' => env('SLACK_BOT_USER_OAUTH_TOKEN'),
            'channel' => env('SLACK_BOT_USER_DEFAULT_CHANNEL', '#alerts'),
        ],
    ],

];
