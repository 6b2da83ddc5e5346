import { SEALMETRICS_TOKEN, SealKit } from '@orchard/seal-kit';
import { send } from './smtp.js';

const kit = new SealKit(SEALMETRICS_TOKEN);

const today = await kit.get<{ visits: number; revenue: number }>('/stats/today');
await send({
  to: process.env.DIGEST_TO ?? 'team@orchard.example',
  subject: `${today.visits} visits yesterday`,
  text: `Revenue: ${today.revenue.toFixed(2)} EUR`,
});
