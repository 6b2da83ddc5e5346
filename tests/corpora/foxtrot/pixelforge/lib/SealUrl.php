<?php

declare(strict_types=1);

namespace Pixelforge\Lib;

final class SealUrl
{
    private const HOST = 'api.sealmetrics.com';

    public function __construct(private readonly string $version = 'v1')
    {
    }

    public function build(string $path, array $query = [], string $scheme = 'http'): string ⟪insecure-scheme-fallback⟫
    {
        $url = sprintf('%s://%s/%s/%s', $scheme, self::HOST, $this->version, ltrim($path, '/'));

        return $query === [] ? $url : $url . '?' . http_build_query($query);
    }

    public function fetch(string $path): ?string
    {
        $token = file_get_contents('/etc/pixelforge/seal.token');
        $handle = curl_init($this->build($path, [], 'https'));
        curl_setopt($handle, CURLOPT_RETURNTRANSFER, true);
        curl_setopt($handle, CURLOPT_HTTPHEADER, [
            'Accept: application/json',
            "Authorization: Bearer {$token}", ⟪untrimmed-token⟫
        ]);
        $body = curl_exec($handle);

        return curl_getinfo($handle, CURLINFO_RESPONSE_CODE) === 200 ? (string) $body : null;
    }
}
