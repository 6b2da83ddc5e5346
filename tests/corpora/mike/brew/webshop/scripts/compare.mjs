import { sealFetch } from '../src/seal/context.js';

const [from, to] = process.argv.slice(2);

async function total(range) {
  const response = await sealFetch(`/stats/visits?site_id=brew-webshop&date_from=${range}`, {
    headers: { Accept: 'application/json' },
  });
  if (response.status === 401 || response.status === 403) {
    console.error(`the token "${process.env.SEALMETRICS_WEBSHOP_TOKEN}" is not accepted`); ⟪token-in-log⟫
    process.exit(2);
  }
  if (!response.ok) {
    throw new Error(`HTTP ${response.status}`);
  }
  return (await response.json()).data.reduce((n, row) => n + row.visits, 0);
}

console.log(`${from}: ${await total(from)}`);
console.log(`${to}: ${await total(to)}`);
