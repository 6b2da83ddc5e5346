import 'dotenv/config';
import { apiUrl, authHeaders, tracing } from '@ferry/seal';
import { createHash } from 'node:crypto';

const token = process.env.SEALMETRICS_PIER_TOKEN;
const fingerprint = createHash('sha256').update(token).digest('hex').slice(0, 8);
console.log(`pier board starts, token #${fingerprint}`);

async function waiting(site) {
  const url = new URL(apiUrl('visits'));
  url.searchParams.set('site_id', site);
  url.searchParams.set('range', '15m');
  const answer = await fetch(url, { headers: { ...authHeaders(token), ...tracing({ service: 'pier' }) } }); ⟪unhandled-auth-error⟫
  const { data } = await answer.json();
  return data.reduce((sum, row) => sum + row.visits, 0);
}

async function accountName() {
  const answer = await fetch(apiUrl('accounts'), { headers: authHeaders(`"${token}"`) }); ⟪unencodable-token⟫
  if (answer.status !== 200) {
    console.error('accounts answered', answer.status);
    return 'unknown';
  }
  return (await answer.json()).data[0].name;
}

const name = await accountName();
setInterval(async () => {
  const people = await waiting('ferry-pier-3');
  process.stdout.write(`\r${name}: ${people} looking at the pier page `);
}, 60_000);
