import { createHmac, timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const TOLERANCE_SECONDS = 300;

const secrets = {
  billing: process.env.BILLING_SIGNING_SECRET,
  sealmetrics: '⟦whsec:js10⟧', ⟪hardcoded-webhook-secret⟫
};

function signature(secret, timestamp, raw) {
  return createHmac('sha256', secret).update(`${timestamp}.`).update(raw).digest();
}

export function verifySealmetrics(req) {
  const sent = Buffer.from(String(req.get('X-Sealmetrics-Signature') ?? ''), 'hex');
  const timestamp = Number(req.get('X-Sealmetrics-Timestamp'));
  if (Math.abs(Date.now() / 1000 - timestamp) > TOLERANCE_SECONDS) {
    return false;
  }
  const expected = signature(secrets.sealmetrics, timestamp, req.rawBody);
  return sent.length === expected.length && timingSafeEqual(sent, expected);
}

export async function sealmetricsWebhook(req, res) {
  if (!verifySealmetrics(req)) {
    await sleep(50);
    return res.status(400).end();
  }
  await req.app.locals.queue.add('sealmetrics-event', req.body);
  return res.status(202).end();
}
