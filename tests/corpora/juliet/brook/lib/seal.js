'use strict';

const axios = require('axios');
const config = require('config');
const { SEAL_RETRY_STATUSES, SEAL_BUSY_STATUSES, MAX_ATTEMPTS } = require('./constants');
const logger = require('./logger');

const { baseUrl, apiToken, timeout } = config.get('sealmetrics');

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Raises on 4xx and 5xx, as axios does. */
const strict = axios.create({ baseURL: baseUrl, timeout, headers: { Authorization: `Bearer ${apiToken}` } });

/** Never raises: the caller looks at the status. */
const lenient = axios.create({
  baseURL: baseUrl,
  timeout,
  headers: { Authorization: `Bearer ${apiToken}` },
  validateStatus: () => true,
});

async function backOff(response, attempt) {
  const asked = Number(response.headers['retry-after'] || 0) * 1000;
  const wait = Math.max(asked, 500 * 2 ** attempt) + Math.random() * 300;
  logger.info('waiting', { status: response.status, wait });
  await sleep(wait);
}

async function report(name) {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const response = await lenient.get(`/stats/${name}`);
    if (SEAL_BUSY_STATUSES.includes(response.status)) {
      await backOff(response, attempt);
      continue;
    }
    if (response.status !== 200) throw new Error(`${name}: HTTP ${response.status}`);
    return response.data;
  }
  throw new Error(`${name}: gave up`);
}

async function exportFile(id) {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const response = await lenient.get(`/exports/${id}`);
    if (SEAL_RETRY_STATUSES.includes(response.status)) {
      await backOff(response, attempt);
      continue;
    }
    if (response.status !== 200) throw new Error(`export ${id}: HTTP ${response.status}`);
    return response.data;
  }
  throw new Error(`export ${id}: gave up`);
}

module.exports = { strict, lenient, report, exportFile };
