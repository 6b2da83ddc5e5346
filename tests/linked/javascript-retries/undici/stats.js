import { fetch, request } from 'undici';
import { eager, hasty, calm } from './agents.js';
const headers = { 'X-API-Key': process.env.SEALMETRICS_API_KEY };
export async function visits(dispatcher) {
  const { statusCode, body } = await request('https://api.sealmetrics.com/v1/stats/daily', { headers, dispatcher: eager });
  if (statusCode !== 200) throw new Error(`status ${statusCode}`);
  return body.json();
}
export async function pages() {
  const res = await fetch('https://api.sealmetrics.com/v1/stats/pages', { headers, dispatcher: hasty });
  if (!res.ok) throw new Error(`status ${res.status}`);
  return res.json();
}
export async function sites() {
  const res = await fetch('https://api.sealmetrics.com/v1/sites', { headers, dispatcher: calm });
  if (!res.ok) throw new Error(`status ${res.status}`);
  return res.json();
}
