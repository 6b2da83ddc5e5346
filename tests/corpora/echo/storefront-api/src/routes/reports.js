'use strict';

const express = require('express');
const axios = require('axios');
const { requireStaff } = require('../middleware/auth');

const router = express.Router();

const settings = {
  base: process.env.SEALMETRICS_BASE_URL || 'https://api.sealmetrics.com/v1',
  account: process.env.SEALMETRICS_ACCOUNT_ID || 'acme-corp',
  token: process.env.SEALMETRICS_API_TOKEN || '⟦opaque:1⟧', ⟪hardcoded-token⟫
  timeout: 8000,
};

function lastDays(n) {
  const to = new Date();
  const from = new Date(to.getTime() - n * 86400000);
  return { from: from.toISOString().slice(0, 10), to: to.toISOString().slice(0, 10) };
}

async function channelReport(range) {
  const { data } = await axios.get(`${settings.base}/reports/channels`, {
    params: { ...range, account_id: settings.account },
    timeout: settings.timeout,
    headers: { Authorization: `Bearer ${settings.token}` },
  });
  return data.rows.map((row) => ({
    channel: row.channel,
    entrances: Number(row.entrances),
    revenue: Math.round(row.revenue * 100) / 100,
  }));
}

router.get('/reports/channels', requireStaff, async (req, res, next) => {
  try {
    const days = Math.min(Number(req.query.days) || 28, 365);
    res.set('Cache-Control', 'private, max-age=300');
    res.json({ account: settings.account, rows: await channelReport(lastDays(days)) });
  } catch (err) {
    req.log.error({ status: err.response && err.response.status }, 'channel report failed');
    next(err);
  }
});

module.exports = router;
