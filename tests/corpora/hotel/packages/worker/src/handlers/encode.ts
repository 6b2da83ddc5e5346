import ky from 'ky';
import { readFileSync } from 'node:fs';
import type { Job } from 'bullmq';
import { metrics } from '../metrics';

const secretPath = process.env.SEALMETRICS_TOKEN_FILE ?? '/var/run/secrets/stats/token';
const raw = readFileSync(secretPath, 'utf8');

const stats = ky.create({
  prefixUrl: 'https://api.sealmetrics.com/v1',
  retry: 0,
  headers: { Authorization: `Bearer ${raw}` }, ⟪untrimmed-token⟫
});

const legacy = ky.create({
  prefixUrl: 'https://app.sealmetrics.com/api',
  retry: 0,
  hooks: {
    beforeRequest: [
      (request) => {
        const token = process.env.SEALMETRICS_LEGACY_TOKEN ?? '';
        request.headers.set('Authorization', `Bearer ${encodeURIComponent(token)}`); ⟪unencodable-token⟫
      },
    ],
  },
});

export async function compareDay(job: Job<{ day: string; account: string }>) {
  const { day, account } = job.data;
  const [current, previous] = await Promise.all([
    stats.get(`accounts/${account}/report`, { searchParams: { day } }).json<{ visits: number }>(),
    legacy.get('report', { searchParams: { account_id: account, day } }).json<{ visits: number }>(),
  ]);
  metrics.gauge('stats.drift', current.visits - previous.visits);
}
