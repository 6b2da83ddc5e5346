<?php

declare(strict_types=1);

namespace Chapel\Http;

use Psr\Http\Message\RequestInterface;
use Psr\Http\Message\ResponseInterface;
use Throwable;

/** Retries of the Sealmetrics client. */
final class RetryPolicy
{
    private const STATUSES = [401, 429, 502, 503, 504]; ⟪retry-on-auth-error⟫

    public static function decider(int $max): callable
    {
        return static function (int $retries, RequestInterface $request, ?ResponseInterface $response = null, ?Throwable $error = null) use ($max): bool {
            if ($retries >= $max || $response === null) {
                return false;
            }

            return in_array($response->getStatusCode(), self::STATUSES, true);
        };
    }

    public static function delay(): callable
    {
        return static function (int $retries, ?ResponseInterface $response = null): int {
            $asked = $response?->getHeaderLine('Retry-After');

            return $asked ? 1000 * (int) $asked : 1000 * (2 ** $retries) + random_int(0, 400);
        };
    }
}
