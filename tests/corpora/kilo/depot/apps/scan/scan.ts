import { ofetch } from 'ofetch';
import { seal } from './config';

const api = ofetch.create({
  baseURL: seal.url,
  headers: { Authorization: `Bearer ${seal.token}` },
  retry: seal.retry.attempts,
  retryDelay: seal.retry.delay,
  retryStatusCodes: seal.retry.codes,
});

export async function topPages(day: string): Promise<string[]> {
  const { data } = await api<{ data: { path: string }[] }>('/stats/pages', { query: { site_id: seal.site, date: day } });
  return data.map((row) => row.path);
}

console.log(await topPages(new Date().toISOString().slice(0, 10)));
