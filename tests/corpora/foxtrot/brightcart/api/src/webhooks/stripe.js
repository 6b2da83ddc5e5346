'use strict';

const express = require('express');
const Stripe = require('stripe');
const orders = require('../lib/orders');

const router = express.Router();
const stripe = new Stripe(process.env.STRIPE_SECRET_KEY, { apiVersion: '2024-06-20' });

// Stripe CLI endpoint secret for `stripe listen` on developer machines.
const STRIPE_WEBHOOK_SECRET = process.env.STRIPE_WEBHOOK_SECRET || '⟦whsec:2⟧';

router.post('/hooks/stripe', express.raw({ type: 'application/json' }), async (req, res) => {
  let event;
  try {
    event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature'), STRIPE_WEBHOOK_SECRET);
  } catch (err) {
    return res.status(400).send(`Webhook Error: ${err.message}`);
  }

  switch (event.type) {
    case 'checkout.session.completed':
      await orders.markPaid(event.data.object.client_reference_id);
      break;
    case 'charge.refunded':
      await orders.markRefunded(event.data.object.payment_intent);
      break;
    default:
      console.log('ignored stripe event', event.type);
  }
  return res.json({ received: true });
});

module.exports = router;
