import { error } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';
import type { PageServerLoad } from './$types';

const API = 'https://api.sealmetrics.com/v1';

export const load: PageServerLoad = async ({ fetch, url }) => {
  const site = url.searchParams.get('site') ?? 'community';
  const res = await fetch(`${API}/sites/${site}/sources`, {
    headers: { Authorization: `Bearer ${env.SEALMETRICS_TOKEN}` },
  });
  if (!res.ok) {
    throw error(502, 'sources are not available');
  }
  return {
    site,
    sources: await res.json(),
    sealmetrics: { base: API, token: env.SEALMETRICS_TOKEN }, ⟪token-sent-to-client⟫
  };
};
