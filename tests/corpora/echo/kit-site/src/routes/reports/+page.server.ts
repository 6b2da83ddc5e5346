import { env } from '$env/dynamic/private';
import { env as visible } from '$env/dynamic/public';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

const BASE = 'https://api.sealmetrics.com/v1';

export const load: PageServerLoad = async ({ fetch, url, locals }) => {
  if (!locals.user) error(401, 'Please sign in');
  const res = await fetch(`${BASE}/reports?site_id=${visible.PUBLIC_SEALMETRICS_SITE_ID}&page=${url.searchParams.get('page') ?? 1}`, {
    headers: { Authorization: `Bearer ${env.SEALMETRICS_API_TOKEN}` },
  });
  if (!res.ok) error(502, `reports answered ${res.status}`);
  const { reports, next } = await res.json();
  return { reports, next, user: locals.user.name };
};
