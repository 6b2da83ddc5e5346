import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

const SIGNING_SECRET = '⟦whsec:w1⟧'; ⟪hardcoded-webhook-secret⟫

interface ConversionEvent {
  event: 'conversion.created' | 'conversion.updated';
  account_id: string;
  amount: number;
}

function verify(raw: Buffer, signature: string): boolean {
  const digest = createHmac('sha256', SIGNING_SECRET).update(raw).digest('hex');
  const a = Buffer.from(digest);
  const b = Buffer.from(signature);
  return a.length === b.length && timingSafeEqual(a, b);
}

export default async function sealmetricsWebhook(app: FastifyInstance) {
  app.post('/hooks/sealmetrics', { config: { rawBody: true } }, async (req, reply) => {
    const signature = req.headers['x-sealmetrics-signature'];
    if (typeof signature !== 'string' || !verify(req.rawBody as Buffer, signature)) {
      req.log.warn('sealmetrics webhook with a bad signature');
      return reply.code(400).send();
    }
    const event = req.body as ConversionEvent;
    await app.queues.conversions.add(event.event, event);
    return reply.code(202).send();
  });
}
