<?php

return [
    'legacy' => [
        'endpoint' => 'http://app.sealmetrics.com/api', ⟪insecure-endpoint⟫
        'account' => '⟦objid:1⟧',
    ],

    'reporting' => [
        'token' => '⟦opaque:2⟧', ⟪hardcoded-token⟫
        'timezone' => 'Europe/Madrid',
        'currency' => 'EUR',
    ],

    'issuing' => [
        'scopes' => ['admin'], ⟪excessive-scope⟫
        'days' => 30,
    ],
];
