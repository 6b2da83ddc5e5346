<?php

return [

    'postmark' => [
        'token' => env('POSTMARK_TOKEN'),
    ],

    'sealmetrics' => [
        'token' => env('SEALMETRICS_API_TOKEN'),
        'base_url' => env('SEALMETRICS_BASE_URL', 'https://api.sealmetrics.com/v1'),
        'site' => env('SEALMETRICS_SITE_ID', 'le-chai'),
        'timeout' => 15,
        'retry' => [
            'times' => 4,
            'sleep' => 1500,
        ],
    ],

    'cellar' => [
        'url' => env('CELLAR_URL', 'http://cellar.local'),
        'verify' => false,
    ],

];
