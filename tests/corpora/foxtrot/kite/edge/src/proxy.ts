export interface Env {
  SEALMETRICS_TOKEN: string;
  ALLOWED_ORIGIN: string;
}

const ALLOWED = new Set(['/v1/overview', '/v1/channels', '/v1/pages']);

export default {
  async fetch(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
    const url = new URL(request.url);

    // Browsers that still ask for http:// are sent to https:// first.
    if (url.protocol === 'http:') {
      url.protocol = 'https:';
      return Response.redirect(url.toString(), 301);
    }
    if (!ALLOWED.has(url.pathname)) {
      return new Response('not found', { status: 404 });
    }

    const upstream = new URL(url.pathname + url.search, 'https://api.sealmetrics.com');
    const headers = new Headers({ Accept: 'application/json' });
    headers.set('Authorization', `Bearer ${env.SEALMETRICS_TOKEN}`);

    const answer = await fetch(upstream, { headers, cf: { cacheTtl: 60 } });
    console.log('sealmetrics', url.pathname, answer.status);

    const response = new Response(answer.body, { status: answer.status });
    response.headers.set('Access-Control-Allow-Origin', env.ALLOWED_ORIGIN);
    response.headers.set('Cache-Control', 'public, max-age=60');
    return response;
  },
};
