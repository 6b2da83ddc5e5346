import { Worker } from 'bullmq';
import { analytics, gentle, stubborn } from './http.js';
import { readings } from './scanner.js';

const connection = { host: process.env.REDIS_HOST ?? 'redis' };
const live = analytics(stubborn);
const batch = analytics(gentle);

new Worker(
  'stats',
  async (job) => {
    if (job.name === 'live') {
      const { data } = await live.get('/stats/live', { params: { site_id: job.data.site } });
      return data.visitors;
    }
    const { data, status } = await batch.get('/stats/daily', { params: { site_id: job.data.site, date: job.data.day } });
    console.info('daily %s: %d', job.data.day, status);
    return { rows: data.rows.length, readings: (await readings(job.data.day)).length };
  },
  { connection, concurrency: Number(process.env.CONCURRENCY ?? 2) },
);
