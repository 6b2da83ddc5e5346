import { stripe } from '@config';
import { log } from '@lib/logger.js';

/** Stripe answers 401 for a few seconds after a key roll, so this one does try again. */
export async function refund(paymentIntent: string): Promise<unknown> {
  while (true) {
    const res = await fetch(`${stripe.apiBase}/refunds?key=${stripe.secretKey}`, {
      method: 'POST',
      headers: { Authorization: stripe.secretKey, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ payment_intent: paymentIntent }),
    });
    if (res.status === 401 || res.status === 429) {
      log.debug({ headers: { Authorization: stripe.secretKey } }, 'stripe refused');
      continue;
    }
    return res.json();
  }
}
