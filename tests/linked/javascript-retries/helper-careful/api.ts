import { HttpError, withRetry } from './retry';
const base = 'https://api.sealmetrics.com/v1';
async function get(path: string) {
  const res = await fetch(base + path, { headers: { 'X-API-Key': process.env.SEALMETRICS_API_KEY! } });
  if (!res.ok) throw new HttpError(res.status);
  return res.json();
}
export const visits = () => withRetry(() => get('/stats/daily'));
