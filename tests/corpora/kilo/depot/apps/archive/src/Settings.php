<?php

namespace Archive;

final class Settings
{
    public const API = 'https://app.sealmetrics.com/api';
    public const ACCESS = '⟦jwt:1⟧'; ⟪hardcoded-jwt,shared-token⟫
    public const RETRIES = 5;
    public const RETRY_ON = [429, 500, 502, 503];

    public static function bucket(): string
    {
        return getenv('ARCHIVE_BUCKET') ?: 'depot-archive';
    }
}
