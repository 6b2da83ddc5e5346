const express = require('express');
const Stripe = require('stripe');

const STRIPE_WEBHOOK_SECRET = '⟦whsec:js06⟧';
const stripe = new Stripe(process.env.STRIPE_SECRET_KEY, { apiVersion: '2024-06-20' });

const router = express.Router();

router.post('/stripe', express.raw({ type: 'application/json' }), async (req, res) => {
  let event;
  try {
    event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], STRIPE_WEBHOOK_SECRET);
  } catch (err) {
    return res.status(400).send(`Webhook Error: ${err.message}`);
  }

  switch (event.type) {
    case 'checkout.session.completed':
      await req.app.locals.bookings.confirm(event.data.object.client_reference_id);
      break;
    case 'charge.refunded':
      await req.app.locals.bookings.refund(event.data.object.payment_intent);
      break;
    default:
      req.log.debug({ type: event.type }, 'ignored event');
  }
  res.json({ received: true });
});

module.exports = router;
