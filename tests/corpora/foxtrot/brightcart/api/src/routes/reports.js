'use strict';

const express = require('express');
const axios = require('axios');

const router = express.Router();

const analytics = axios.create({
  baseURL: process.env.SEALMETRICS_BASE_URL || 'https://api.sealmetrics.com/v1',
  timeout: 10_000,
});

analytics.interceptors.request.use((config) => {
  const token = process.env.SEALMETRICS_API_TOKEN;
  config.headers.set('Authorization', `Bearer ${token}`);
  return config;
});

// The mail gateway still lives on the old network segment and only speaks plain http.
const mailGateway = axios.create({ baseURL: 'http://mail.internal.brightcart.example:8025' });

router.get('/reports/:account/summary', async (req, res, next) => {
  try {
    const { data, status } = await analytics.get(`/accounts/${encodeURIComponent(req.params.account)}/summary`, {
      params: { period: req.query.period || 'last_30_days' },
    });
    console.log('sealmetrics summary fetched', req.params.account, status);
    res.json(data);
  } catch (err) {
    next(err);
  }
});

router.get('/reports/status', (req, res) => {
  res.json({
    provider: 'sealmetrics',
    configured: Boolean(process.env.SEALMETRICS_API_TOKEN),
    account: process.env.SEALMETRICS_ACCOUNT_ID || '⟦objid:1⟧',
  });
});

router.post('/reports/:account/mail', async (req, res, next) => {
  try {
    const { data } = await analytics.get(`/accounts/${encodeURIComponent(req.params.account)}/summary`);
    await mailGateway.post('/send', { to: req.body.to, subject: 'Weekly numbers', body: JSON.stringify(data) });
    res.status(202).end();
  } catch (err) {
    next(err);
  }
});

module.exports = router;
