import { readFile } from 'node:fs/promises';
import Fastify from 'fastify';
import { createSeal } from '@ledger/seal';
import { invoices } from './bank.js';

const seal = createSeal({ getToken: () => readFile('/run/secrets/journal_seal', 'utf8') });
const app = Fastify({ logger: { redact: ['req.headers.authorization'] } });

app.get('/revenue/:day', async (request) => {
  const { day } = request.params;
  const [traffic, paid] = await Promise.all([seal.get(`/stats/daily?date=${day}`), invoices(day)]);
  return { day, visits: traffic.visits, paid: paid.length };
});

app.get('/health', async () => ({ ok: true, tracker: 'acme-ledger' }));

await app.listen({ port: 3000, host: '0.0.0.0' });
