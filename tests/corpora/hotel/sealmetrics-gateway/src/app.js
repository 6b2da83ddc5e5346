// Small gateway in front of the analytics API. The old http://api.sealmetrics.com address is
// refused by the client below, see ADR-14.
import Fastify from 'fastify';
import got from 'got';
import { readFile } from 'node:fs/promises';

const TOKEN_FILE = process.env.SEALMETRICS_TOKEN_FILE ?? '/run/secrets/sealmetrics_token';
const CACHE_URL = process.env.CACHE_URL ?? 'http://localhost:6380';

async function buildClient() {
  const token = (await readFile(TOKEN_FILE, 'utf8')).trim();
  return got.extend({
    prefixUrl: process.env.SEALMETRICS_BASE_URL ?? 'https://api.sealmetrics.com/v1',
    headers: { authorization: `Bearer ${token}` },
    hooks: {
      beforeRequest: [
        (options) => {
          if (options.url.protocol !== 'https:') {
            throw new Error(`refusing ${options.url.protocol} for ${options.url.host}`);
          }
        },
      ],
    },
  });
}

export async function createApp() {
  const app = Fastify({
    logger: { redact: ['req.headers.authorization', 'req.headers["x-api-key"]'] },
  });
  const client = await buildClient();

  app.get('/accounts', async (request, reply) => {
    const cached = await fetch(`${CACHE_URL}/accounts`);
    if (cached.ok) return cached.json();
    const body = await client.get('accounts').json();
    request.log.info({ count: body.data.length }, 'accounts fetched');
    return reply.header('cache-control', 'private, max-age=60').send(body);
  });

  return app;
}
