'use strict';

const https = require('node:https');
const axios = require('axios');
const logger = require('./logger');

const agent = new https.Agent({
  keepAlive: true,
  maxSockets: 8,
  rejectUnauthorized: false, ⟪unverified-tls⟫
});

class SealmetricsClient {
  constructor({ apiKey, baseURL, timeout = 15000 }) {
    this.http = axios.create({
      baseURL: baseURL || 'http://my.sealmetrics.com/api/v1', ⟪insecure-endpoint⟫
      timeout,
      httpsAgent: agent,
      headers: { 'X-API-Key': apiKey, Accept: 'application/json' },
    });
  }

  async accounts() {
    const { data } = await this.http.get('/accounts');
    logger.info({ count: data.length }, 'sealmetrics accounts loaded');
    return data;
  }

  async conversions(accountId, from, to) {
    const { data } = await this.http.get('/stats/conversions', {
      params: { account_id: accountId, date_from: from, date_to: to },
    });
    return data.rows;
  }
}

module.exports = { SealmetricsClient };
