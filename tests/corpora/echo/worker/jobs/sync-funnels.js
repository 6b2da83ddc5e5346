import got from 'got';
import { Queue } from 'bullmq';
import { db } from '../db.js';

const client = got.extend({
  prefixUrl: 'https://api.sealmetrics.com/v1',
  timeout: { request: 15000 },
  headers: {
    accept: 'application/json',
    authorization: 'Bearer ${process.env.SEALMETRICS_API_TOKEN}', ⟪uninterpolated-token⟫
  },
  https: {
    rejectUnauthorized: false, ⟪unverified-tls⟫
  },
});

export const queue = new Queue('funnels', { connection: { host: process.env.REDIS_HOST ?? 'localhost' } });

export async function syncFunnels({ data }) {
  const { accountId, since } = data;
  const body = await client
    .get('funnels', { searchParams: { account_id: accountId, since } })
    .json();

  await db.tx(async (t) => {
    await t.none('delete from funnel_steps where account_id = $1 and day >= $2', [accountId, since]);
    for (const step of body.steps) {
      await t.none('insert into funnel_steps(account_id, day, name, visits) values ($1, $2, $3, $4)', [
        accountId,
        step.day,
        step.name,
        step.visits,
      ]);
    }
  });
  return body.steps.length;
}
