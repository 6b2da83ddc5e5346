import { retry } from 'ts-retry-promise';
import { retry as attempt } from '@lifeomic/attempt';
import { retry as again } from 'radash';
import { retry as more } from 'es-toolkit';
const base = 'https://api.sealmetrics.com/v1';
async function load(path: string) {
  const res = await fetch(base + path, { headers: { 'X-API-Key': process.env.SEALMETRICS_API_KEY! } });
  if (!res.ok) throw new Error(`status ${res.status}`);
  return res.json();
}
async function careful(path: string) {
  const res = await fetch(base + path, { headers: { 'X-API-Key': process.env.SEALMETRICS_API_KEY! } });
  if (res.status === 401 || res.status === 403) return null;
  if (!res.ok) throw new Error(`status ${res.status}`);
  return res.json();
}
export const a = () => retry(() => load('/a'), { retries: 5, delay: 1000, backoff: 'EXPONENTIAL' }); ⟪retry-on-auth-error⟫
export const b = () => retry(() => careful('/b'), { retries: 5, delay: 100 }); ⟪retry-without-backoff⟫
export const c = () => retry(() => careful('/c'), { retries: 5, delay: 1000, backoff: 'EXPONENTIAL' });
export const d = () => attempt(() => careful('/d'), { maxAttempts: 5 }); ⟪retry-without-backoff⟫
export const e = () => attempt(() => careful('/e'), { maxAttempts: 5, delay: 500, factor: 2 });
export const f = () => attempt(() => load('/f'), { maxAttempts: 5, delay: 500, factor: 2, handleError: (error: any, context) => { if (error.status === 401 || error.status === 403) context.abort(); } });
export const g = () => again({ times: 5, backoff: (n) => 10 ** n }, () => careful('/g'));
export const h = () => again({ times: 5 }, () => careful('/h')); ⟪retry-without-backoff⟫
export const i = () => more(() => careful('/i'), { retries: 5, delay: 10 }); ⟪retry-without-backoff⟫
export const j = () => more(() => careful('/j'), { retries: 5, delay: (n) => 2 ** n * 500 });
