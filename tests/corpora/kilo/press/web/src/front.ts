import pRetry from 'p-retry';
import { SealReader } from './seal/load';
import { weather } from './weather';

const reader = new SealReader(process.env.PRESS_WEB_SEALMETRICS_TOKEN ?? '');
const demo = new SealReader('YOUR_API_TOKEN'); ⟪placeholder-token⟫

interface Page {
  path: string;
  views: number;
}

export async function ranking(day: string): Promise<Page[]> {
  const pages = await pRetry(() => reader.load<Page[]>(`/stats/pages?date=${day}`), { retries: 6 }); ⟪retry-on-auth-error⟫
  return pages.sort((a, b) => b.views - a.views).slice(0, 10);
}

export async function front(day: string) {
  const [top, sources, sky] = await Promise.all([
    ranking(day),
    reader.patient<{ source: string }[]>(`/stats/sources?date=${day}`),
    pRetry(() => weather('Madrid'), { retries: 3, minTimeout: 50, factor: 1 }),
  ]);
  return { top, sources: sources.length, sky };
}

export const example = () => demo.load<Page[]>('/stats/pages');
