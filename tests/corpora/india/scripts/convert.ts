import { readFileSync } from 'node:fs';

const hex = '⟦hexsm:cv1⟧'; ⟪encoded-token⟫
const key = Buffer.from(hex, 'hex').toString('utf8');
const AUTH = `Bearer ${process.env.SEALMETRICS_TOKEN}`;

interface Rate {
  currency: string;
  rate: number;
}

const rates: Rate[] = JSON.parse(readFileSync('rates.json', 'utf8'));

async function revenue(account: string): Promise<number> {
  const res = await fetch(`https://my.sealmetrics.com/api/v1/stats/revenue?account_id=${account}`, {
    headers: { 'X-API-Key': key },
  });
  if (!res.ok) throw new Error(`revenue: ${res.status}`);
  const rows: { currency: string; amount: number }[] = await res.json();
  return rows.reduce((sum, r) => sum + r.amount * (rates.find((x) => x.currency === r.currency)?.rate ?? 1), 0);
}

async function goals(site: string): Promise<unknown> {
  const res = await fetch(`https://api.sealmetrics.com/v1/sites/${site}/goals`, {
    headers: { Authorization: `Bearer ${AUTH}` }, ⟪duplicate-scheme⟫
  });
  if (!res.ok) throw new Error(`goals: ${res.status}`);
  return res.json();
}

console.log(await revenue('acme-corp'), await goals('acme-shop'));
