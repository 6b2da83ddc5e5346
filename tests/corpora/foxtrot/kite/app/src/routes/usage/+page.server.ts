import { error } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';
import type { PageServerLoad } from './$types';

const BASE = 'https://my.sealmetrics.com/api/v1';

export const load: PageServerLoad = async ({ fetch, params, cookies }) => {
  const response = await fetch(`${BASE}/stats/overview?site_id=${params.site}`, {
    headers: { 'X-API-Key': env.SEALMETRICS_API_KEY ?? '' },
  });
  if (response.status === 401 || response.status === 403) {
    throw error(502, 'Usage is unavailable');
  }

  cookies.set('last_site', params.site ?? '', { path: '/', httpOnly: true, secure: true, sameSite: 'lax' });

  return {
    overview: await response.json(),
    site: params.site,
    connected: Boolean(env.SEALMETRICS_API_KEY),
  };
};
