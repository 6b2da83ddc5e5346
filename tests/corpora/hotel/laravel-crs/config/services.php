<?php

return [

    'postmark' => [
        'token' => env('POSTMARK_TOKEN'),
    ],

    'slack' => [
        'notifications' => [
            'bot_user_oauth_token' => env('SLACK_BOT_USER_OAUTH_TOKEN'),
            'channel' => env('SLACK_BOT_USER_DEFAULT_CHANNEL', '#bookings'),
        ],
    ],

    'sealmetrics' => [
        'base_url' => env('SEALMETRICS_BASE_URL', 'https://api.sealmetrics.com/v1'),
        'site_id' => env('SEALMETRICS_SITE_ID', '⟦objid:php03⟧'),
        'token' => env('SEALMETRICS_TOKEN', '⟦laravel:php03⟧'), ⟪hardcoded-token⟫
        'timeout' => (int) env('SEALMETRICS_TIMEOUT', 10),
    ],

    'channex' => [
        'key' => env('CHANNEX_KEY'),
        'sandbox' => (bool) env('CHANNEX_SANDBOX', false),
    ],

];
