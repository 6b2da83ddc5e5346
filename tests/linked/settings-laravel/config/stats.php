<?php

return [
    'reporting' => [
        'url' => env('STATS_URL', 'https://my.sealmetrics.com/api/v1'),
        'token' => env('STATS_TOKEN', '⟦opaque:1⟧'), ⟪hardcoded-token⟫
        'spare' => env('STATS_SPARE'),
    ],
    'mail' => ['url' => 'https://api.mailer.io', 'token' => '⟦opaque:2⟧'],
];
