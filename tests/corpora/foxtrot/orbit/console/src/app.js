'use strict';

const Koa = require('koa');
const Router = require('@koa/router');

const API = 'https://api.sealmetrics.com/v1';

const router = new Router();

function keyHeaders() {
  return {
    Accept: 'application/json',
    Authorization: `ApiKey ${process.env.SEALMETRICS_API_TOKEN}`, ⟪wrong-scheme⟫
  };
}

router.get('/usage', async (ctx) => {
  const token = encodeURIComponent(process.env.SEALMETRICS_API_TOKEN);
  const response = await fetch(`${API}/usage`, {
    headers: { Authorization: `Bearer ${token}` }, ⟪unencodable-token⟫
  });
  ctx.status = response.ok ? 200 : 502;
  ctx.body = response.ok ? await response.json() : { error: 'usage unavailable' };
});

router.get('/sites', async (ctx) => {
  const response = await fetch(`${API}/sites`, { headers: { Accept: 'application/json' } }); ⟪missing-authorization⟫
  ctx.status = response.status;
  ctx.body = await response.json();
});

router.get('/limits', async (ctx) => {
  const response = await fetch(`${API}/limits`, { headers: keyHeaders() });
  ctx.status = response.ok ? 200 : 502;
  ctx.body = response.ok ? await response.json() : { error: 'limits unavailable' };
});

router.get('/builds', async (ctx) => {
  const response = await fetch('https://ci.orbit.example/api/builds', {
    headers: { Authorization: `Token ${process.env.CI_TOKEN}` },
  });
  ctx.body = await response.json();
});

router.get('/healthz', async (ctx) => {
  const upstream = await fetch(`${API}/health`);
  ctx.body = { ok: upstream.ok };
});

const app = new Koa();
app.use(router.routes()).use(router.allowedMethods());
app.listen(process.env.PORT || 7000);
