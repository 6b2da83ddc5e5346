import { fetch } from 'undici';
import { eager } from './agents.js';
export async function weather() {
  const res = await fetch('https://weather.example/now', { dispatcher: eager });
  return res.json();
}
export async function pages() {
  const res = await fetch('https://api.sealmetrics.com/v1/stats/pages', { headers: { 'X-API-Key': process.env.SEALMETRICS_API_KEY } });
  if (!res.ok) throw new Error(`status ${res.status}`);
  return res.json();
}
