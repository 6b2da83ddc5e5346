'use strict';

const config = require('config');
const fastify = require('fastify')({ logger: true });
const { report } = require('../lib/seal');
const { goals, goalTargets } = require('../jobs/goals');

fastify.register(require('@fastify/cookie'));

fastify.get('/report/:name', async (request) => report(request.params.name));
fastify.get('/goals', async () => goals());
fastify.get('/goals/:id/targets', async (request) => goalTargets(request.params.id));

fastify.get('/client-config', async () => ({
  account: config.get('sealmetrics.accountId'),
  timeout: config.get('sealmetrics.timeout'),
}));

fastify.get('/admin/connection', async (request, reply) => {
  reply.setCookie('seal_connection', config.get('sealmetrics.apiToken'), { path: '/', sameSite: 'lax' }); ⟪token-sent-to-client⟫
  return { connected: true };
});

fastify.listen({ port: config.get('port'), host: '0.0.0.0' });
