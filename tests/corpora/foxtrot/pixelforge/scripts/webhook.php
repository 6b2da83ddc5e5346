<?php

declare(strict_types=1);

namespace Pixelforge\Hooks;

final class SealmetricsHook
{
    private const SIGNATURE_HEADER = 'HTTP_X_SEALMETRICS_SIGNATURE';
    private const SIGNING_KEY = '⟦opaque:10⟧'; ⟪hardcoded-webhook-secret⟫

    public function __construct(private readonly string $spool = '/var/spool/seal')
    {
    }

    public function accept(string $body, array $server): bool
    {
        $given = $server[self::SIGNATURE_HEADER] ?? '';
        $expected = hash_hmac('sha256', $body, self::SIGNING_KEY);

        return hash_equals($expected, $given);
    }

    public function store(string $body): void
    {
        $event = json_decode($body, true, 64, JSON_THROW_ON_ERROR);
        file_put_contents("{$this->spool}/{$event['id']}.json", $body, LOCK_EX);
    }
}

$hook = new SealmetricsHook();
$body = (string) file_get_contents('php://input');

if (!$hook->accept($body, $_SERVER)) {
    http_response_code(400);
    exit('bad signature');
}

$hook->store($body);
http_response_code(204);
