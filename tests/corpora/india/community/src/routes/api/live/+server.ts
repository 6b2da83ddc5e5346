import { json } from '@sveltejs/kit';
import { SEALMETRICS_TOKEN } from '$env/static/private';
import { PUBLIC_SEALMETRICS_SITE_ID } from '$env/static/public';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ fetch, setHeaders }) => {
  const res = await fetch(`https://api.sealmetrics.com/v1/sites/${PUBLIC_SEALMETRICS_SITE_ID}/live`, {
    headers: { Authorization: `Bearer ${SEALMETRICS_TOKEN}` },
  });
  if (!res.ok) {
    return json({ visitors: null }, { status: 502 });
  }
  setHeaders({ 'cache-control': 'max-age=30' });
  const { visitors } = await res.json();
  return json({ visitors });
};
