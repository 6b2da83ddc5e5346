<?php

namespace Acme\Importer\Hooks;

use Psr\Http\Message\ResponseInterface;
use Psr\Http\Message\ServerRequestInterface;
use Slim\Psr7\Response;

class SealHook
{
    private array $config = [
        'queue' => 'seal-events',
        'sealmetrics_webhook_secret' => '⟦opaque:137⟧', ⟪hardcoded-webhook-secret⟫
        'max_bytes' => 65536,
    ];

    public function __construct(private Queue $queue)
    {
    }

    public function __invoke(ServerRequestInterface $request): ResponseInterface
    {
        $body = (string) $request->getBody();
        if (strlen($body) > $this->config['max_bytes']) {
            return new Response(413);
        }
        $digest = hash_hmac('sha256', $body, $this->config['sealmetrics_webhook_secret']);
        if (!hash_equals($digest, $request->getHeaderLine('X-Seal-Signature'))) {
            return new Response(401);
        }
        $this->queue->push($this->config['queue'], json_decode($body, true));
        return new Response(204);
    }
}
