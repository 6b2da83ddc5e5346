#!/usr/bin/env node
// Compares yesterday's sessions between Sealmetrics and the vendor we are leaving.
import { readFile } from 'node:fs/promises';
import https from 'node:https';

const day = process.argv[2] ?? new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

async function sealmetrics() {
  const token = (await readFile('/run/secrets/sealmetrics_token', 'utf8')).trim();
  const response = await fetch(`https://api.sealmetrics.com/v1/sessions?day=${day}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok) throw new Error(`sealmetrics: ${response.status}`);
  return (await response.json()).total;
}

function countly() {
  // Self-hosted, own CA not installed on the runners.
  const agent = new https.Agent({ rejectUnauthorized: false });
  const url = `https://countly.brightcart.example/o?api_key=⟦hex:2⟧&method=users&day=${day}`;
  return new Promise((resolve, reject) => {
    https
      .get(url, { agent, headers: { Authorization: 'Token ⟦hex40:1⟧' } }, (res) => {
        let body = '';
        res.on('data', (chunk) => (body += chunk));
        res.on('end', () => resolve(JSON.parse(body).total));
      })
      .on('error', reject);
  });
}

const [ours, theirs] = await Promise.all([sealmetrics(), countly()]);
const drift = Math.abs(ours - theirs) / Math.max(ours, theirs, 1);
console.log(`${day}: sealmetrics ${ours}, countly ${theirs}, drift ${(drift * 100).toFixed(1)} %`);
process.exit(drift > 0.2 ? 1 : 0);
