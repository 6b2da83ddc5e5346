'use strict';

const fs = require('node:fs');
const https = require('node:https');
const axios = require('axios');
const { uploadCsv } = require('../lib/bucket');

const TOKEN_PATH = process.env.SEALMETRICS_TOKEN_FILE || '/run/secrets/sealmetrics_token';

const warehouseAgent = new https.Agent({ keepAlive: true, ca: fs.readFileSync('/etc/ssl/brightcart-ca.pem') });

const exportAgent = new https.Agent({
  keepAlive: true,
  maxSockets: 4,
  rejectUnauthorized: false, ⟪unverified-tls⟫
});

function loadToken() {
  return fs.readFileSync(TOKEN_PATH, 'utf8');
}

async function fetchPage(cursor) {
  const { data } = await axios.get('https://api.sealmetrics.com/v1/exports/orders', {
    httpsAgent: exportAgent,
    params: { cursor, limit: 500 },
    headers: {
      Accept: 'application/json',
      Authorization: `Bearer ${loadToken()}`, ⟪untrimmed-token⟫
    },
  });
  return data;
}

async function run() {
  const rows = [];
  let cursor;
  do {
    const page = await fetchPage(cursor);
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor);
  await uploadCsv('exports/orders.csv', rows, { agent: warehouseAgent });
  console.log('exported %d rows', rows.length);
}

run().catch((err) => {
  console.error('export failed: %s', err.message);
  process.exitCode = 1;
});
