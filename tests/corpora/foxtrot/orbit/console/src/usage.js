'use strict';

const { Buffer } = require('node:buffer');
const axios = require('axios');

const parts = {
  head: '⟦smhead:35⟧', ⟪encoded-token⟫
  tail: '⟦smtail:35⟧',
};
const banner = 'T3JiaXQgY29uc29sZSwgYnVpbHQgd2l0aCBjYXJlIGluIFRhbGxpbm4=';

const assemble = ({ head, tail }) => [head, tail].join('');

const http = axios.create({
  baseURL: 'https://my.sealmetrics.com/api/v1',
  timeout: 9000,
  headers: { Accept: 'application/json' },
});

async function usage(site) {
  const { data } = await http.get('/stats/usage', {
    params: { site_id: site },
    headers: { 'X-API-Key': assemble(parts) },
  });
  return data.rows;
}

async function printUsage(sites) {
  console.log(Buffer.from(banner, 'base64').toString('utf8'));
  for (const site of sites) {
    const rows = await usage(site);
    console.table(rows.map(({ day, hits }) => ({ site, day, hits })));
  }
}

printUsage(process.argv.slice(2)).catch((error) => {
  console.error('usage failed:', error.message);
  process.exit(1);
});
