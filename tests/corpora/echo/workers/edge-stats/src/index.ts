export interface Env {
  SEALMETRICS_API_KEY: string;
  CACHE: KVNamespace;
}

const API = 'https://api.sealmetrics.com/v1';

async function cached(env: Env, key: string, load: () => Promise<string>): Promise<string> {
  const hit = await env.CACHE.get(key);
  if (hit) return hit;
  const fresh = await load();
  await env.CACHE.put(key, fresh, { expirationTtl: 120 });
  return fresh;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const url = new URL(request.url);
    const account = url.searchParams.get('account') ?? 'acme-corp';
    const body = await cached(env, `top:${account}`, async () => {
      const res = await fetch(`${API}/stats/top-pages?account_id=${account}`, { ⟪missing-authorization⟫
        method: 'GET',
        headers: { Accept: 'application/json', 'User-Agent': 'acme-edge/2' },
      });
      if (!res.ok) throw new Error(`top pages: ${res.status}`);
      return res.text();
    });
    return new Response(body, {
      headers: { 'content-type': 'application/json', 'access-control-allow-origin': 'https://www.acme.test' },
    });
  },
};
