<?php

use GuzzleHttp\Client;

$settings = json_decode(file_get_contents(__DIR__ . '/settings.json'), true);
$client = new Client(['base_uri' => $settings['stats']['url'], 'headers' => ['Authorization' => 'Bearer ' . $settings['stats']['token']]]);
echo $client->get('stats/daily')->getBody();
