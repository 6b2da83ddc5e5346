'use strict';

const Stripe = require('stripe');
const axios = require('axios');
const https = require('https');

const STRIPE_WEBHOOK_SECRET = '⟦whsec:9⟧';
const stripe = new Stripe(process.env.STRIPE_SECRET_KEY);

// The old Jira box has a certificate of its own making.
const jira = axios.create({
  baseURL: 'https://jira.acme.internal/rest/api/2',
  httpsAgent: new https.Agent({ rejectUnauthorized: false }),
  headers: { Authorization: `Basic ${process.env.JIRA_BASIC}` },
});

const seal = axios.create({
  baseURL: 'https://my.sealmetrics.com/api/v1',
  headers: { 'X-API-Key': process.env.SEALMETRICS_API_KEY },
});

async function github(path) {
  return axios.get(`https://api.github.com/${path}`, {
    headers: { Authorization: `token ${process.env.GITHUB_TOKEN}` },
  });
}

exports.onStripe = (req, res) => {
  const event = stripe.webhooks.constructEvent(req.rawBody, req.get('stripe-signature'), STRIPE_WEBHOOK_SECRET);
  res.json({ received: event.id });
};

exports.digest = async (week) => {
  const [visits, issues, pulls] = await Promise.all([
    seal.get('/stats/visits', { params: { site_id: '⟦objid:9⟧', week } }),
    jira.get('/search', { params: { jql: `updated >= "${week}"` } }),
    github('repos/acme/shop/pulls'),
  ]);
  return {
    visits: visits.data.total,
    issues: issues.data.total,
    pulls: pulls.data.length,
  };
};
