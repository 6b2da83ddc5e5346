<?php

class SealClient
{
    private $key;
    private $host = 'https://my.sealmetrics.com';

    public function __construct()
    {
        $this->key = trim(file_get_contents(getenv('SEALMETRICS_KEY_FILE') ?: '/run/secrets/sealmetrics_key'));
    }

    public function overview(string $account): array
    {
        $context = stream_context_create([
            'http' => [
                'method' => 'GET',
                'header' => "Accept: application/json\r\nX-API-Key: {$this->key}\r\n",
                'timeout' => 15,
                'ignore_errors' => true,
            ],
            'ssl' => ['verify_peer' => true, 'cafile' => '/etc/ssl/certs/ca-certificates.crt'],
        ]);
        $body = file_get_contents("{$this->host}/api/v1/stats/overview?account_id=" . rawurlencode($account), false, $context);
        if (strpos($http_response_header[0], '200') === false) {
            throw new RuntimeException('sealmetrics: ' . $http_response_header[0]);
        }

        return json_decode($body, true);
    }
}
