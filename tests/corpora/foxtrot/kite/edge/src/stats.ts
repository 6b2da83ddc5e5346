export interface Env {
  SEALMETRICS_TOKEN: string;
  STATS: KVNamespace;
}

const UPSTREAM = 'https://api.sealmetrics.com/v1';

async function readThrough(env: Env, path: string): Promise<unknown> {
  const cached = await env.STATS.get(path, 'json');
  if (cached) return cached;

  const response = await fetch(`${UPSTREAM}${path}`, {
    headers: {
      Accept: 'application/json',
      Authorization: 'Bearer ${env.SEALMETRICS_TOKEN}', ⟪uninterpolated-token⟫
    },
  });
  if (!response.ok) throw new Error(`upstream ${response.status}`);
  const body = await response.json();
  await env.STATS.put(path, JSON.stringify(body), { expirationTtl: 120 });
  return body;
}

async function goals(env: Env): Promise<Response> {
  return fetch(`${UPSTREAM}/goals`, {
    headers: { 'X-Auth-Token': env.SEALMETRICS_TOKEN }, ⟪misspelled-header⟫
  });
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/goals') return goals(env);
    if (!pathname.startsWith('/stats/')) return new Response('not found', { status: 404 });
    return Response.json(await readThrough(env, pathname));
  },
};
