import { setTimeout as sleep } from 'node:timers/promises';
import { AGAIN, BASE, MATERIAL, SITE } from './constants.js';

const key = Buffer.from(MATERIAL, 'base64').toString('utf8');

export async function pages(prefix) {
  let pause = 1000;
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(`${BASE}/stats/pages?site_id=${SITE}&prefix=${encodeURIComponent(prefix)}`, {
      headers: { 'X-API-Key': key },
    });
    if (response.ok) {
      return (await response.json()).data;
    }
    if (!AGAIN.has(response.status) || attempt === 5) {
      throw new Error(`sealmetrics: ${response.status}`);
    }
    await sleep(pause + Math.random() * 500);
    pause *= 2;
  }
}
