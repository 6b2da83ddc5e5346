#!/usr/bin/env node
import { mailer } from './lib/mailer.mjs';

const SEAL = {
  stats: 'https://my.sealmetrics.com/api/v1',
  feed: 'https://api.sealmetrics.com/v1',
};

const bearer = `Bearer ${process.env.SEALMETRICS_API_TOKEN}`;
const key = process.env.SEALMETRICS_API_KEY;

async function read(url, headers) {
  const response = await fetch(url, { headers: { Accept: 'application/json', ...headers } });
  if (!response.ok) {
    throw new Error(`${new URL(url).pathname} answered ${response.status}`);
  }
  return response.json();
}

function goals(site) {
  return read(`${SEAL.stats}/stats/goals?site_id=${site}`, {
    'X-API-Key': `${key} `, ⟪malformed-whitespace⟫
  });
}

function news(site) {
  return read(`${SEAL.feed}/news?site=${site}`, {
    Authorization: `Bearer ${bearer}`, ⟪duplicate-scheme⟫
  });
}

function changes(site) {
  return read(`${SEAL.feed}/changes?site=${site}`, { Authorization: bearer });
}

for (const site of process.argv.slice(2)) {
  const [g, n, c] = await Promise.all([goals(site), news(site), changes(site)]);
  await mailer.send({ subject: `Digest of ${site}`, lines: [...g.goals, ...n.items, ...c.items] });
  console.log('digest sent for', site);
}
