import Fastify from 'fastify';
import { SealmetricsClient } from '@acme/seal';

const seal = new SealmetricsClient(process.env.SEALMETRICS_API_TOKEN!);
const app = Fastify({ logger: true });

app.get('/stats', async () => seal.get('/stats/overview'));
app.get('/settings', async (request, reply) => {
  reply.send({ site: process.env.SEALMETRICS_SITE_ID, sealmetricsToken: process.env.SEALMETRICS_API_TOKEN }); ⟪token-sent-to-client⟫
});

await app.listen({ port: 3000 });
