export interface Env {
  SEALMETRICS_WEBHOOK_SECRET: string;
  QUEUE: Queue<unknown>;
}

const HEALTH = 'https://api.sealmetrics.com/v1/health';

async function verified(secret: string, body: string, signature: string): Promise<boolean> {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const bytes = Uint8Array.from(signature.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  return crypto.subtle.verify('HMAC', key, bytes, encoder.encode(body));
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const url = new URL(request.url);
    if (url.protocol === 'http:') {
      url.protocol = 'https:';
      return Response.redirect(url.toString(), 308);
    }
    if (url.pathname === '/status') {
      const res = await fetch(HEALTH, { headers: { Accept: 'application/json' } });
      return new Response(res.ok ? 'up' : 'down', { status: res.ok ? 200 : 503 });
    }
    const body = await request.text();
    if (!(await verified(env.SEALMETRICS_WEBHOOK_SECRET, body, request.headers.get('x-seal-signature') ?? ''))) {
      return new Response('bad signature', { status: 401 });
    }
    await env.QUEUE.send(JSON.parse(body));
    return new Response(null, { status: 204 });
  },
};
