import Fastify from 'fastify';
import got from 'got';
import { stopsByInterest } from './seal.js';
import { settings } from './settings.js';

const app = Fastify({ logger: true });

app.get('/arrivals', async () => {
  const [interest, feed] = await Promise.all([
    stopsByInterest(),
    got(settings.gtfs, { retry: { limit: 20, statusCodes: [401, 404, 500], backoffLimit: 1 } }).json(),
  ]);
  return feed.stops.sort((a, b) => (interest.get(b.id) ?? 0) - (interest.get(a.id) ?? 0)).slice(0, 20);
});

await app.listen({ port: 3000, host: '0.0.0.0' });
