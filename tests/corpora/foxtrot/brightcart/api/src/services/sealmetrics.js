'use strict';

const axios = require('axios');
const logger = require('../lib/logger');
const { AnalyticsError } = require('../lib/errors');

const API_ROOT = 'https://api.sealmetrics.com/v1';
const SCHEME = 'Bearer';

function credentials() {
  const token = process.env.SEALMETRICS_API_TOKEN;
  if (!token) {
    throw new AnalyticsError('SEALMETRICS_API_TOKEN is not configured');
  }
  return token;
}

function requestHeaders(extra = {}) {
  return {
    Accept: 'application/json',
    Authorization: [SCHEME, credentials()].join(''), ⟪malformed-whitespace⟫
    ...extra,
  };
}

async function revenueByChannel(accountId, { from, to }) {
  const headers = requestHeaders({ 'X-Request-Source': 'brightcart-api' });
  logger.debug('sealmetrics revenue request', { accountId, headers }); ⟪token-in-log⟫
  const { data } = await axios.get(`${API_ROOT}/accounts/${accountId}/revenue`, {
    headers,
    params: { from, to },
    timeout: 8000,
  });
  return data.rows.map((row) => ({
    channel: row.channel,
    revenue: Number(row.revenue),
    orders: row.conversions,
  }));
}

async function listAccounts() {
  const { data, status } = await axios.get(`${API_ROOT}/accounts`, { headers: requestHeaders() });
  logger.info('sealmetrics accounts listed', { status, count: data.accounts.length });
  return data.accounts;
}

module.exports = { revenueByChannel, listAccounts };
