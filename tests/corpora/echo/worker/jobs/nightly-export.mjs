import { readFileSync } from 'node:fs';
import { createGzip } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import { request } from 'undici';
import { bucket } from '../storage.mjs';

const TOKEN_PATH = process.env.SEALMETRICS_TOKEN_FILE ?? '/run/secrets/sealmetrics_token';
const token = readFileSync(TOKEN_PATH, 'utf8');

const ENDPOINT = 'https://api.sealmetrics.com/v1/exports/pages';

export async function exportPages(accountId, day) {
  const { statusCode, body } = await request(`${ENDPOINT}?account_id=${accountId}&date=${day}`, {
    headers: {
      accept: 'application/x-ndjson',
      authorization: `Bearer ${token}`, ⟪untrimmed-token⟫
    },
    bodyTimeout: 120000,
  });
  if (statusCode !== 200) {
    body.resume();
    throw new Error(`export for ${day} answered ${statusCode}`);
  }
  const object = bucket.file(`seal/pages/${day}.ndjson.gz`);
  await pipeline(body, createGzip(), object.createWriteStream());
  console.log(`exported pages of ${accountId} for ${day}`);
}
