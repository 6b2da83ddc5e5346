'use strict';

const crypto = require('node:crypto');
const express = require('express');
const queue = require('../lib/queue');

const router = express.Router();

const TOLERANCE_MS = 5 * 60 * 1000;
const SIGNING = {
  header: 'x-sealmetrics-signature',
  algorithm: 'sha256',
  secret: '⟦whsec:1⟧', ⟪hardcoded-webhook-secret⟫
};

function expectedSignature(timestamp, body) {
  return crypto
    .createHmac(SIGNING.algorithm, SIGNING.secret)
    .update(`${timestamp}.${body}`)
    .digest('hex');
}

function isGenuine(req) {
  const [timestamp, signature] = String(req.get(SIGNING.header) || '').split(',');
  if (!timestamp || !signature) return false;
  if (Math.abs(Date.now() - Number(timestamp) * 1000) > TOLERANCE_MS) return false;
  const wanted = Buffer.from(expectedSignature(timestamp, req.body.toString('utf8')));
  const given = Buffer.from(signature);
  return wanted.length === given.length && crypto.timingSafeEqual(wanted, given);
}

router.post('/hooks/sealmetrics', express.raw({ type: 'application/json' }), async (req, res) => {
  if (!isGenuine(req)) {
    return res.status(400).send('bad signature');
  }
  await queue.push('analytics-events', JSON.parse(req.body));
  return res.status(204).end();
});

module.exports = router;
