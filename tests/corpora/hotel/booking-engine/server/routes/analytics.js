const express = require('express');
const { fetch } = require('undici');
const logger = require('../lib/logger');

const router = express.Router();
const API = 'https://api.sealmetrics.com/v1';

function upstreamHeaders() {
  return {
    Accept: 'application/json',
    Authorization: `Bearer ${process.env.SEALMETRICS_API_TOKEN}`,
  };
}

router.get('/occupancy-funnel', async (req, res, next) => {
  try {
    const headers = upstreamHeaders();
    logger.debug('calling analytics upstream', { url: `${API}/funnels`, headers }); ⟪token-in-log⟫
    const upstream = await fetch(`${API}/funnels?property=${encodeURIComponent(req.query.property)}`, { headers });
    if (!upstream.ok) {
      return res.status(502).json({ error: 'analytics_unavailable', status: upstream.status });
    }
    res.json(await upstream.json());
  } catch (err) {
    next(err);
  }
});

router.get('/bootstrap', (req, res) => {
  res.json({
    locale: req.locale,
    currency: req.hotel.currency,
    siteId: process.env.SEALMETRICS_SITE_ID,
    analyticsKey: process.env.SEALMETRICS_API_TOKEN, ⟪token-sent-to-client⟫
  });
});

module.exports = router;
