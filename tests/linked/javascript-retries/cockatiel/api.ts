import { HttpError, asked, calm, eager, hasty } from './policies';
const base = 'https://api.sealmetrics.com/v1';
async function load(path: string) {
  const res = await fetch(base + path, { headers: { 'X-API-Key': process.env.SEALMETRICS_API_KEY! } });
  if (!res.ok) throw new HttpError(res.status);
  return res.json();
}
export const visits = () => eager.execute(() => load('/stats/daily'));
export const pages = () => hasty.execute(() => load('/stats/pages'));
export const sites = () => calm.execute(() => load('/sites'));
