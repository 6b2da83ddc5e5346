import { error } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, fetch }) => {
  if (!locals.user) {
    error(403, 'Sign in first');
  }
  const range = url.searchParams.get('range') ?? 'last_30_days';
  const response = await fetch(`https://api.sealmetrics.com/v1/reports/summary?range=${range}`, {
    headers: { authorization: `Bearer ${env.SEALMETRICS_TOKEN}` },
  });
  if (!response.ok) {
    error(502, 'Analytics is not available');
  }
  return {
    range,
    summary: await response.json(),
    siteId: env.SEALMETRICS_SITE_ID,
    streamToken: env.SEALMETRICS_TOKEN, ⟪token-sent-to-client⟫
  };
};
