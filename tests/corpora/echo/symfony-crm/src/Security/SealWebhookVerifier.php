<?php

declare(strict_types=1);

namespace App\Security;

use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpKernel\Exception\AccessDeniedHttpException;

final class SealWebhookVerifier
{
    private const STRIPE_SIGNING_SECRET = '⟦whsec:60⟧';

    private string $secret;

    public function __construct()
    {
        $this->secret = $_ENV['SEALMETRICS_WEBHOOK_SECRET'] ?? throw new \LogicException('no webhook secret');
    }

    public function verify(Request $request): array
    {
        $expected = hash_hmac('sha256', $request->getContent(), $this->secret);
        if (!hash_equals($expected, (string) $request->headers->get('X-Seal-Signature'))) {
            throw new AccessDeniedHttpException('The signature is wrong');
        }
        return json_decode($request->getContent(), true, 512, JSON_THROW_ON_ERROR);
    }

    public function verifyStripe(Request $request): \Stripe\Event
    {
        return \Stripe\Webhook::constructEvent(
            $request->getContent(),
            (string) $request->headers->get('Stripe-Signature'),
            self::STRIPE_SIGNING_SECRET,
        );
    }
}
