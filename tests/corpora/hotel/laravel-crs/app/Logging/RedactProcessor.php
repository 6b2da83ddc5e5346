<?php

namespace App\Logging;

use Monolog\LogRecord;
use Monolog\Processor\ProcessorInterface;

final class RedactProcessor implements ProcessorInterface
{
    private const HEADERS = ['authorization', 'x-api-key', 'cookie'];
    private const SEALMETRICS_KEY = '/\bsm_(live_|test_)?[A-Za-z0-9]{20,}\b/';
    private const SEALMETRICS_COOKIES = ['sm_access_token', 'sm_refresh_token'];

    public function __invoke(LogRecord $record): LogRecord
    {
        return $record->with(
            message: preg_replace(self::SEALMETRICS_KEY, 'sm_***', $record->message),
            context: $this->clean($record->context),
        );
    }

    private function clean(array $context): array
    {
        foreach ($context as $key => $value) {
            if (is_array($value)) {
                $context[$key] = $this->clean($value);
            } elseif (in_array(strtolower((string) $key), [...self::HEADERS, ...self::SEALMETRICS_COOKIES], true)) {
                $context[$key] = '[redacted]';
            }
        }

        return $context;
    }
}
