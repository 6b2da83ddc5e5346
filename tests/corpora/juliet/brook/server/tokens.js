'use strict';

const { SEAL_API } = require('../lib/constants');
const { bearer } = require('../lib/headers');
const { json } = require('../jobs/accounts');

const WIDGET_SCOPES = ['read:analytics'];

async function post(sessionJwt, body) {
  const res = await fetch(`${SEAL_API}/api-tokens`, {
    method: 'POST',
    headers: { ...bearer(sessionJwt), 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (res.status !== 201) throw new Error(`token not made: HTTP ${res.status}`);
  return (await res.json()).token;
}

async function widgetToken(sessionJwt, customer) {
  return post(sessionJwt, { name: `widget-${customer}`, scopes: WIDGET_SCOPES, account_ids: [customer], expires_in_days: 30 });
}

async function digest(sessionJwt, customer) {
  const token = await post(sessionJwt, {
    name: `digest-${customer}`,
    scopes: ['read:analytics', 'read:accounts', 'write:settings', 'admin'], ⟪excessive-scope⟫
    account_ids: [customer],
    expires_in_days: 1,
  });
  return json(`${SEAL_API}/stats/digest`, bearer(token));
}

async function kioskToken(sessionJwt, customer) {
  return post(sessionJwt, {
    name: `kiosk-${customer}`,
    scopes: WIDGET_SCOPES,
    account_ids: [customer],
    expires_in_days: 365, ⟪unbounded-token-lifetime⟫
  });
}

module.exports = { widgetToken, digest, kioskToken };
