import { createMiddleware } from 'hono/factory';

const BASE = 'https://my.sealmetrics.com/api/v1';

function sealFetch(path, init = {}) {
  return fetch(BASE + path, {
    ...init,
    headers: { ...init.headers, Authorization: `Bearer ${process.env.SEALMETRICS_WEBSHOP_TOKEN}` },
  });
}

/** Gives the handlers `c.var.seal(path)`: parsed JSON, or an exception with the status. */
export const withSeal = createMiddleware(async (c, next) => {
  c.set('seal', async (path) => {
    const response = await sealFetch(path, { headers: { 'X-Request-Id': c.req.header('x-request-id') ?? '-' } });
    console.log('seal', path, response.status);
    if (!response.ok) {
      throw Object.assign(new Error(`seal ${path}`), { status: response.status });
    }
    return response.json();
  });
  await next();
});

export { sealFetch };
