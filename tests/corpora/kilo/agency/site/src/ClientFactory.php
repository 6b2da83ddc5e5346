<?php

namespace Agency;

use GuzzleHttp\Client;

final class ClientFactory
{
    private const BASE = 'https://my.sealmetrics.com/api/v1/';

    public static function strict(): Client
    {
        return new Client(['base_uri' => self::BASE, 'headers' => self::headers(), 'timeout' => 10]);
    }

    public static function silent(): Client
    {
        return new Client(['base_uri' => self::BASE, 'headers' => self::headers(), 'timeout' => 3, 'http_errors' => false]);
    }

    private static function headers(): array
    {
        return ['X-API-Key' => trim((string) getenv('SITE_SEALMETRICS_KEY'))];
    }
}
