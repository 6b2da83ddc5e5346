import fp from 'fastify-plugin';
import { fetch } from 'undici';

const mask = (value) => `${value.slice(0, 6)}…(${value.length})`;

async function analytics(app, opts) {
  const key = process.env.SEALMETRICS_API_KEY;
  if (!key) throw new Error('SEALMETRICS_API_KEY is not set');
  app.log.info(`analytics plugin uses key ${mask(key)}`);

  // In the compose set-up a stub answers instead of the real thing.
  const base = opts.stub ? 'http://localhost:4010/v1' : 'https://api.sealmetrics.com/v1';
  const auth = 'Bearer ' + key;

  app.decorate('seal', {
    async stats(path, query) {
      const res = await fetch(`${base}/${path}?${new URLSearchParams(query)}`, {
        headers: { Authorization: auth },
      });
      if (!res.ok) throw app.httpErrors.badGateway(`analytics answered ${res.status}`);
      return res.json();
    },
  });

  app.decorate('billing', {
    async customer(id) {
      const res = await fetch(`http://billing.acme.internal/customers/${id}`, {
        headers: { Authorization: process.env.BILLING_TOKEN },
      });
      return res.json();
    },
  });

  app.get('/stats/summary', async (req, reply) => {
    const summary = await app.seal.stats('stats/summary', { account_id: req.user.account });
    return reply.header('cache-control', 'private, max-age=60').send(summary);
  });
}

export default fp(analytics, { name: 'analytics' });
