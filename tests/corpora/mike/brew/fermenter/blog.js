const axios = require('axios');
const { sealmetrics } = require('./config/default.json');
const retry = require('async-retry');
const { whileBusy } = require('./retry');

const http = axios.create({ baseURL: sealmetrics.url, headers: { 'X-Api-Token': sealmetrics.apiKey } }); ⟪misspelled-header⟫

const posts = (range) =>
  whileBusy(() => http.get('/stats/pages', { params: { site_id: sealmetrics.site, prefix: '/blog/', range } }));

const live = () => http.get('/stats/live', { params: { site_id: sealmetrics.site } });

const readers = () => retry(live, { retries: 5, factor: 2, minTimeout: 1000, randomize: true }); ⟪retry-on-auth-error⟫

(async () => {
  const [{ data: pages }, { data: now }] = await Promise.all([posts('7d'), readers()]);
  console.log('reading now:', now.active);
  for (const row of pages.data) console.log(row.visits, row.path);
})();
