'use strict';

const Router = require('@koa/router');
const got = require('got');

const router = new Router({ prefix: '/analytics' });

const seal = got.extend({
  prefixUrl: process.env.SEALMETRICS_BASE_URL || 'https://api.sealmetrics.com/v1',
  timeout: { request: 8000 },
  retry: { limit: 3, statusCodes: [429, 502, 503, 504] },
  hooks: {
    beforeRequest: [
      (options) => {
        options.headers.authorization = `bearer ${process.env.SEALMETRICS_API_TOKEN}`;
      },
    ],
  },
});

const sentry = got.extend({
  prefixUrl: 'http://sentry.orbit.example/api/0',
  https: { rejectUnauthorized: false },
  headers: { Authorization: 'DSN ⟦hex:33⟧' },
});

router.get('/channels', async (ctx) => {
  ctx.body = await seal.get('channels', { searchParams: { site: ctx.query.site } }).json();
});

router.get('/errors', async (ctx) => {
  ctx.body = await sentry.get('issues').json();
});

router.get('/connection', (ctx) => {
  const token = process.env.SEALMETRICS_API_TOKEN || '';
  ctx.body = { configured: token !== '', hint: token.slice(0, 3) + '***' };
});

module.exports = router;
