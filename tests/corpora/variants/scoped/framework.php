<?php

use Symfony\Component\HttpClient\HttpClient;

$totals = HttpClient::createForBaseUri('https://api.sealmetrics.com/v1/', ['auth_basic' => ['api', getenv('SEALMETRICS_TOKEN')]]); ⟪wrong-scheme⟫
$sites = HttpClient::createForBaseUri('https://api.sealmetrics.com/v1/', ['auth_bearer' => getenv('SEALMETRICS_TOKEN')]);
$board = HttpClient::createForBaseUri('https://board.example-desk.com/api/', ['auth_basic' => getenv('BOARD_LOGIN')]);
