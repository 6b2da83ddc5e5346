import { createHmac, timingSafeEqual } from 'node:crypto';
import { NextResponse } from 'next/server';
import { queue } from '@/lib/queue';

const SIGNATURE = 'x-sealmetrics-signature';
const EXAMPLE = 'whsec_your_signing_secret';

function secret(): string {
  const value = process.env.SEALMETRICS_WEBHOOK_SECRET;
  if (!value || value === EXAMPLE) {
    throw new Error('SEALMETRICS_WEBHOOK_SECRET is not set');
  }
  return value;
}

export async function POST(request: Request) {
  const raw = Buffer.from(await request.arrayBuffer());
  const sent = Buffer.from(request.headers.get(SIGNATURE) ?? '', 'hex');
  const expected = createHmac('sha256', secret()).update(raw).digest();
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) {
    return NextResponse.json({ error: 'signature' }, { status: 400 });
  }
  const event = JSON.parse(raw.toString('utf8')) as { id: string; type: string };
  await queue.publish('sealmetrics', event);
  return NextResponse.json({ received: event.id });
}
