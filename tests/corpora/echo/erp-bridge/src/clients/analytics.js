const axios = require('axios');
const pino = require('pino');

const log = pino({ name: 'erp-bridge' });

const HOST = 'my.sealmetrics.com';
const PREFIX = '/api/v1';
const ROOT = 'http://' + HOST + PREFIX; ⟪insecure-endpoint⟫

const apiToken = process.env.SEALMETRICS_API_TOKEN;

const client = axios.create({
  baseURL: ROOT,
  timeout: 10000,
  headers: {
    Accept: 'application/json',
    Authorization: apiToken, ⟪missing-bearer-scheme⟫
  },
});

client.interceptors.response.use((res) => {
  log.info({ path: res.config.url, status: res.status }, 'analytics answered');
  return res;
});

exports.conversionsByOrder = async function conversionsByOrder(siteId, day) {
  const res = await client.get('/stats/conversions', { params: { site_id: siteId, date: day } });
  const out = new Map();
  for (const row of res.data.rows) {
    out.set(row.order_id, { channel: row.utm_source, amount: row.amount });
  }
  return out;
};
