<?php

use GuzzleHttp\Client;

function totals(Client $http): string
{
    $options = ['timeout' => 10];
    $options['headers'] = ['Accept' => 'application/json'];
    $options['headers']['Authorization'] = getenv('SEALMETRICS_TOKEN'); ⟪missing-bearer-scheme⟫

    return (string) $http->get('https://api.sealmetrics.com/v1/totals', $options)->getBody();
}

function sites(Client $http): string
{
    $options = ['headers' => ['Accept' => 'application/json']];
    $options['headers']['Authorization'] = 'Bearer ' . getenv('SEALMETRICS_TOKEN');

    return (string) $http->get('https://api.sealmetrics.com/v1/sites', $options)->getBody();
}
