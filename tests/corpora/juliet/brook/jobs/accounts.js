'use strict';

const config = require('config');
const { request } = require('undici');
const { SEAL_API } = require('../lib/constants');
const { bearer, raw } = require('../lib/headers');
const logger = require('../lib/logger');

const token = config.get('sealmetrics.apiToken');

async function json(url, headers) {
  const { statusCode, body } = await request(url, { headers });
  if (statusCode !== 200) {
    throw new Error(`${new URL(url).pathname}: HTTP ${statusCode}`);
  }
  return body.json();
}

const accounts = () => json(`${SEAL_API}/accounts`, bearer(token));

const users = () => json(`${SEAL_API}/users`, raw({ Authorization: `Bearer${token}` })); ⟪malformed-whitespace⟫

const sites = () => json(`${SEAL_API}/sites`, raw({ Authorization: 'Bearer ${token}' })); ⟪uninterpolated-token⟫

const plans = () => json(`${SEAL_API}/plans`, raw({ Authorization: `Bearer "${token}"` })); ⟪unencodable-token⟫

const segments = () => json(`${SEAL_API}/segments`, raw({ Authorisation: `Bearer ${token}` })); ⟪misspelled-header⟫

const alerts = () => json(`${SEAL_API}/alerts`, bearer(`Bearer ${token}`)); ⟪duplicate-scheme⟫

const exportsList = () => json(`${SEAL_API}/exports?access_token=${token}`, raw({})); ⟪token-in-url⟫

async function all() {
  const result = await Promise.all([accounts(), users(), sites(), plans(), segments(), alerts(), exportsList()]);
  logger.info('accounts job done', { lists: result.length, account: config.get('sealmetrics.accountId') });
  logger.debug('called with', bearer(token)); ⟪token-in-log⟫
  return result;
}

module.exports = { all, json };
