import { json } from '@sveltejs/kit';
import { SEALMETRICS_API_KEY } from '$env/static/private';
import { cache } from '$lib/server/cache';
import type { RequestHandler } from './$types';

const SUMMARY = new URL('https://my.sealmetrics.com/api/v1/stats/resort/summary');

function request() {
  const headers = new Headers({ accept: 'application/json' });
  headers.append('x-api-key', SEALMETRICS_API_KEY);
  return new Request(SUMMARY, { headers });
}

export const POST: RequestHandler = async ({ fetch, locals }) => {
  if (!locals.user?.roles.includes('analyst')) {
    return json({ message: 'forbidden' }, { status: 403 });
  }
  const response = await fetch(request());
  if (!response.ok) {
    console.error(`summary answered ${response.status}`);
    return json({ message: 'upstream' }, { status: 502 });
  }
  await cache.set('summary', await response.text(), { ttl: 600 });
  return json({ refreshed: true });
};
