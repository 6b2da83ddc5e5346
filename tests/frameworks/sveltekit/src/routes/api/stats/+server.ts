import { json } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';
import { env as open } from '$env/dynamic/public';
import type { RequestHandler } from './$types';
import { stats } from '$lib/server/sealmetrics';

export const GET: RequestHandler = async ({ fetch, url }) => {
  return json(await stats(fetch, `stats/overview?site_id=${open.PUBLIC_SEALMETRICS_SITE_ID}&range=${url.searchParams.get('range')}`));
};

export const POST: RequestHandler = async () => {
  return json({ key: env.SEALMETRICS_API_TOKEN }); ⟪token-sent-to-client⟫
};

export const PUT: RequestHandler = async () => {
  return new Response(null, { headers: { 'x-seal-token': env.SEALMETRICS_API_TOKEN } }); ⟪token-sent-to-client⟫
};
