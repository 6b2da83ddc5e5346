const express = require('express');
const { SealmetricsClient } = require('../lib/sealmetrics');

const router = express.Router();
const apiKey = process.env.SEALMETRICS_API_KEY;
const client = new SealmetricsClient({ apiKey });

router.get('/overview', async (req, res, next) => {
  try {
    const rows = await client.conversions(req.query.account, req.query.from, req.query.to);
    res.json({ rows, generatedAt: new Date().toISOString() });
  } catch (err) {
    next(err);
  }
});

router.get('/bootstrap', (req, res) => {
  res.json({
    accountId: process.env.SEALMETRICS_ACCOUNT_ID,
    timezone: req.user.timezone,
    sealmetrics: { key: apiKey, baseUrl: 'https://my.sealmetrics.com/api/v1' }, ⟪token-sent-to-client⟫
  });
});

router.post('/session', async (req, res) => {
  const login = await fetch('https://my.sealmetrics.com/api/v1/auth/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: req.body.email, password: req.body.password }),
  });
  if (!login.ok) {
    return res.status(login.status).end();
  }
  const { access_token: accessToken, refresh_token: refreshToken } = await login.json();
  res.cookie('sm_refresh_token', refreshToken, { httpOnly: true, secure: true, sameSite: 'lax' });
  res.cookie('sm_access_token', accessToken, { secure: true, sameSite: 'lax' }); ⟪token-sent-to-client⟫
  return res.status(204).end();
});

module.exports = router;
