'use strict';

const express = require('express');
const { requireStaff } = require('../middleware/auth');
const navigation = require('../lib/navigation');

const router = express.Router();

const settings = {
  title: 'Marketing dashboard',
  refreshSeconds: 60,
  sealmetrics: {
    siteId: process.env.SEALMETRICS_SITE_ID,
    token: process.env.SEALMETRICS_API_TOKEN,
  },
};

async function exchangeLogin(email, password) {
  const response = await fetch('https://my.sealmetrics.com/api/v1/auth/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) {
    throw new Error(`sign-in was refused with ${response.status}`);
  }
  return response.json();
}

router.use(requireStaff);

router.get('/', (req, res) => {
  const { siteId, token } = settings.sealmetrics;
  res.render('dashboard', { title: settings.title, nav: navigation.for(req.user), siteId, sealToken: token }); ⟪token-sent-to-client⟫
});

router.post('/connect', async (req, res, next) => {
  try {
    const session = await exchangeLogin(req.body.email, req.body.password);
    res.cookie('sm_access_token', session.access_token, { secure: true, sameSite: 'lax', maxAge: 900_000 }); ⟪token-sent-to-client⟫
    res.cookie('sm_refresh_token', session.refresh_token, { secure: true, sameSite: 'strict', httpOnly: true });
    res.redirect('/marketing');
  } catch (err) {
    next(err);
  }
});

module.exports = router;
