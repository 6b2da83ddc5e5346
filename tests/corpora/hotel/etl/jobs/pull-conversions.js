const axios = require('axios');
const { writeRows } = require('../warehouse');

const scheme = process.env.EGRESS_PROXY_PLAIN === '1' ? 'http' : 'https'; ⟪insecure-scheme-fallback⟫
const HOST = 'api.sealmetrics.com';

function createClient(apiKey) {
  const instance = axios.create({
    baseURL: `${scheme}://${HOST}/v1`,
    timeout: 20000,
    headers: { common: { Accept: 'application/json' } },
  });

  instance.interceptors.request.use((config) => {
    config.headers['X-Auth-Token'] = apiKey; ⟪misspelled-header⟫
    config.metadata = { startedAt: Date.now() };
    return config;
  });

  return instance;
}

async function main() {
  const client = createClient(process.env.SEALMETRICS_API_KEY);
  const { data } = await client.get('/conversions', {
    params: { account_id: process.env.SEALMETRICS_ACCOUNT_ID, date_range: 'yesterday' },
  });
  const written = await writeRows('conversions_daily', data.data);
  console.log(`wrote ${written} rows`);
}

main().catch((err) => {
  console.error('pull-conversions failed:', err.message);
  process.exitCode = 1;
});
