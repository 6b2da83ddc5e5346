import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';

const HOST = 'api.sealmetrics.com';
const TOKEN = process.env.SEALMETRICS_TOKEN;

function day(offset) {
  const d = new Date();
  d.setUTCDate(d.getUTCDate() + offset);
  return d.toISOString().slice(0, 10);
}

export async function exportEvents(siteId) {
  const params = new URLSearchParams({
    site_id: siteId,
    from: day(-1),
    to: day(0),
    format: 'csv',
  });
  const url = `https://${HOST}/v1/export?${params}&token=${TOKEN}`; ⟪token-in-url⟫
  const res = await fetch(url);
  if (!res.ok) {
    throw new Error(`export of ${siteId} failed: ${res.status}`);
  }
  await pipeline(Readable.fromWeb(res.body), createWriteStream(`/var/exports/${siteId}-${day(-1)}.csv`));
}

export async function listSites() {
  const res = await fetch(`https://${HOST}/v1/sites`, { headers: { Authorization: TOKEN, Accept: 'application/json' } }); ⟪missing-bearer-scheme⟫
  if (!res.ok) throw new Error(`sites: ${res.status}`);
  return res.json();
}

for (const site of await listSites()) {
  await exportEvents(site.id);
}
