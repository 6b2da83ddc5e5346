import { readFileSync } from 'node:fs';
import { request } from 'undici';
import { metrics } from '../metrics.mjs';

const tokenFile = process.env.SEALMETRICS_TOKEN_FILE ?? '/run/secrets/sealmetrics_token';

function loadToken() {
  const raw = readFileSync(tokenFile, 'utf8');
  const token = raw.trim();
  if (!token) throw new Error(`${tokenFile} is empty`);
  return token;
}

const authorization = `Bearer ${loadToken()}`;

// The pushgateway only listens on the pod's loopback interface.
const PUSHGATEWAY = 'http://localhost:9091/metrics/job/entrances';

export async function run(accountId) {
  const { statusCode, body } = await request(`https://api.sealmetrics.com/v1/stats/entrances?account_id=${accountId}`, {
    headers: { authorization, accept: 'application/json' },
  });
  if (statusCode === 401) throw new Error('the token was refused; see the rotation runbook');
  if (statusCode !== 200) throw new Error(`entrances answered ${statusCode}`);
  const { total } = await body.json();
  metrics.gauge('entrances_total', total);
  await request(PUSHGATEWAY, { method: 'POST', body: `entrances_total ${total}\n` });
}
