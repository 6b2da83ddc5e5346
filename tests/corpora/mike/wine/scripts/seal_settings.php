<?php

return [
    'base' => 'https://app.sealmetrics.com/api',
    'account' => '⟦objid:1⟧',
    'token' => file_get_contents('/etc/lechai/seal.token'),
];
