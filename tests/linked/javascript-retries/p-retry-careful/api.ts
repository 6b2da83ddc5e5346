import { AbortError } from 'p-retry';
const base = 'https://api.sealmetrics.com/v1';
export async function load(path: string) {
  const res = await fetch(base + path, { headers: { 'X-API-Key': process.env.SEALMETRICS_API_KEY! } });
  if (res.status === 401 || res.status === 403) throw new AbortError(`refused ${res.status}`);
  if (!res.ok) throw new Error(`status ${res.status}`);
  return res.json();
}
