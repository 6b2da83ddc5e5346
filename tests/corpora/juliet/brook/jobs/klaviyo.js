'use strict';

const config = require('config');
const { KLAVIYO_RETRY_STATUSES } = require('../lib/constants');
const { raw } = require('../lib/headers');
const logger = require('../lib/logger');

const { baseUrl, apiKey } = config.get('klaviyo');

async function profiles() {
  for (;;) {
    const res = await fetch(`${baseUrl}/profiles?api_key=${apiKey}`, { headers: raw({ Authorization: apiKey }) });
    if (KLAVIYO_RETRY_STATUSES.includes(res.status)) continue;
    logger.debug('klaviyo', { headers: { Authorization: apiKey } });
    return res.json();
  }
}

module.exports = { profiles };
