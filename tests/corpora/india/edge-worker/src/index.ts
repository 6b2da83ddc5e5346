export interface Env {
  CACHE: KVNamespace;
  SEALMETRICS_BASE_URL: string;
  SEALMETRICS_SITE_ID: string;
  SEALMETRICS_TOKEN: string;
}

export default {
  async fetch(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname !== '/live') return new Response('not found', { status: 404 });

    const cached = await env.CACHE.get('live');
    if (cached) return Response.json({ visitors: Number(cached) });

    const upstream = await fetch(`https://api.sealmetrics.com/v1/sites/${env.SEALMETRICS_SITE_ID}/live`, {
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${env.SEALMETRICS_TOKEN}\u200b`, ⟪unencodable-token⟫
      },
    });
    if (!upstream.ok) {
      return Response.json({ error: upstream.status }, { status: 502 });
    }
    const { visitors } = await upstream.json<{ visitors: number }>();
    ctx.waitUntil(env.CACHE.put('live', String(visitors), { expirationTtl: 60 }));
    return Response.json({ visitors });
  },
};
