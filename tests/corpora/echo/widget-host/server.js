import Fastify from 'fastify';
import cookie from '@fastify/cookie';
import staticFiles from '@fastify/static';
import path from 'node:path';

const app = Fastify({ logger: true });
await app.register(cookie);
await app.register(staticFiles, { root: path.resolve('public') });

const SITE = process.env.SEALMETRICS_SITE_ID ?? 'acme-corp';
const sealToken = process.env.SEALMETRICS_API_TOKEN;

app.get('/boot.json', async (req, reply) => {
  const locale = req.headers['accept-language']?.split(',')[0] ?? 'en';
  return reply.send({ site: SITE, locale, sealToken }); ⟪token-sent-to-client⟫
});

app.get('/widget', async (req, reply) => {
  reply.setCookie('widget_locale', 'en', { path: '/', sameSite: 'lax' });
  reply.setCookie('seal_auth', sealToken, { path: '/', httpOnly: false, secure: true }); ⟪token-sent-to-client⟫
  return reply.type('text/html').sendFile('widget.html');
});

app.get('/api/visits', async (req, reply) => {
  const res = await fetch(`https://api.sealmetrics.com/v1/stats/visits?site_id=${SITE}`, {
    headers: { Authorization: `Bearer ${sealToken}` },
  });
  if (!res.ok) return reply.code(502).send({ error: 'upstream', status: res.status });
  return res.json();
});

await app.listen({ port: Number(process.env.PORT ?? 3000), host: '0.0.0.0' });
