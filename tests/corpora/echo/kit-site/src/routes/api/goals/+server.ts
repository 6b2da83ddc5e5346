import { json } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';
import type { RequestHandler } from './$types';

const HOST = 'my.sealmetrics.com';

export const GET: RequestHandler = async ({ url, fetch }) => {
  const site = url.searchParams.get('site') ?? 'acme-kit';
  const res = await fetch(`https://${HOST}/api/v1/sites/${site}/goals`, {
    headers: {
      accept: 'application/json',
      authorization: `Bearer "${env.SEALMETRICS_API_TOKEN}"`, ⟪unencodable-token⟫
    },
  });
  if (!res.ok) return json({ goals: [] }, { status: 502 });
  const body = await res.json();
  return json({ goals: body.items.filter((goal: { active: boolean }) => goal.active) });
};
