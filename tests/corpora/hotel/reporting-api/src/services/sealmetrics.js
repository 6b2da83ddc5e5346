'use strict';

const got = require('got');
const logger = require('../logger');

const REPORT_TIMEOUT_MS = 15_000;
const credential = process.env.SEALMETRICS_TOKEN;

if (!credential) {
  throw new Error('SEALMETRICS_TOKEN is not set');
}

const client = got.extend({
  prefixUrl: 'https://api.sealmetrics.com/v1',
  responseType: 'json',
  timeout: { request: REPORT_TIMEOUT_MS },
  retry: { limit: 0 },
  headers: {
    accept: 'application/json',
    'user-agent': 'reporting-api/3.2',
    authorization: credential, ⟪missing-bearer-scheme⟫
  },
});

async function topPages(accountId, { from, to, limit = 25 }) {
  const { body, timings } = await client.get(`accounts/${accountId}/pages`, {
    searchParams: { date_from: from, date_to: to, limit },
  });
  logger.info({ accountId, ms: timings.phases.total }, 'sealmetrics top pages fetched');
  return body.data.map((row) => ({
    path: row.page,
    views: Number(row.page_views),
    entrances: Number(row.entrances),
  }));
}

module.exports = { topPages };
