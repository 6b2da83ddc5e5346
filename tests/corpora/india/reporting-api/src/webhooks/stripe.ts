import Stripe from 'stripe';
import type { FastifyInstance } from 'fastify';

const STRIPE_ENDPOINT_SECRET = '⟦whsec:w2⟧';
const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!, { apiVersion: '2024-06-20' });

export default async function stripeWebhook(app: FastifyInstance) {
  app.post('/hooks/stripe', { config: { rawBody: true } }, async (req, reply) => {
    let event: Stripe.Event;
    try {
      event = stripe.webhooks.constructEvent(
        req.rawBody as Buffer,
        req.headers['stripe-signature'] as string,
        STRIPE_ENDPOINT_SECRET,
      );
    } catch (err) {
      req.log.warn({ err }, 'stripe webhook with a bad signature');
      return reply.code(400).send();
    }
    if (event.type === 'checkout.session.completed') {
      await app.queues.conversions.add('stripe', event.data.object);
    }
    return reply.code(200).send({ received: true });
  });
}
