const { Agent, request } = require('undici');
const config = require('config');

const agent = new Agent({ keepAliveTimeout: 10000 });
const BASE = 'https://my.sealmetrics.com/api/v1';
const apiKey = process.env.SEALMETRICS_API_KEY;

async function sites() {
  const encoded = Buffer.from(apiKey).toString('base64');
  const { statusCode, body } = await request(`${BASE}/sites`, {
    dispatcher: agent,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${encoded}`, ⟪unencodable-token⟫
    },
  });
  if (statusCode !== 200) throw new Error(`sites: ${statusCode}`);
  return (await body.json()).items;
}

async function goals(siteId) {
  const { statusCode, body } = await request(`${BASE}/sites/${siteId}/goals`, { ⟪missing-authorization⟫
    dispatcher: agent,
    headers: {
      accept: 'application/json',
      'user-agent': `acme-bff/${config.get('version')}`,
    },
  });
  if (statusCode !== 200) throw new Error(`goals: ${statusCode}`);
  return (await body.json()).items;
}

async function ready() {
  const { statusCode } = await request(`${BASE}/health`, { dispatcher: agent });
  return statusCode === 200;
}

module.exports = { sites, goals, ready };
