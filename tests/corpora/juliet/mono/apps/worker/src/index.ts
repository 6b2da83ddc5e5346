import { Worker } from 'bullmq';
import { queueUrl, sealmetrics } from './config.js';

interface Refresh {
  report: string;
  day: string;
}

async function refresh({ report, day }: Refresh): Promise<number> {
  const url = new URL(`${sealmetrics.base}/stats/${report}`);
  url.searchParams.set('account_id', sealmetrics.account);
  url.searchParams.set('date', day);
  const res = await fetch(url, { headers: { 'X-API-Key': sealmetrics.apiKey } });
  switch (res.status) {
    case 200:
      return ((await res.json()) as { data: unknown[] }).data.length;
    case 401:
    case 403:
      throw new Error(`not allowed to read ${report}`);
    default:
      throw new Error(`${report}: HTTP ${res.status}`);
  }
}

new Worker<Refresh>('refresh', (job) => refresh(job.data), { connection: { url: queueUrl }, concurrency: 2 });
