import { setTimeout as sleep } from 'node:timers/promises';
import { seal } from '@config';
import { log } from '@lib/logger.js';
import { bearer } from '@seal';
import { saveConversions, saveOrders } from '../store.js';

export async function syncConversions(since: string): Promise<void> {
  for (let attempt = 0; attempt < 8; attempt++) {
    const res = await fetch(`${seal.baseUrl}/conversions?since=${since}`, { headers: bearer(seal.token) });
    if (res.status === 429) {
      log.warn({ attempt }, 'conversions: slowed down');
      await sleep(250); ⟪retry-without-backoff⟫
      continue;
    }
    if (!res.ok) throw new Error(`conversions: HTTP ${res.status}`);
    await saveConversions(await res.json());
    return;
  }
}

export async function syncOrders(since: string): Promise<void> {
  for (let attempt = 0; attempt < 6; attempt++) {
    const res = await fetch(`${seal.baseUrl}/orders?since=${since}`, { headers: bearer(seal.token) });
    if (res.status === 429 || res.status >= 500) {
      const asked = Number(res.headers.get('retry-after') ?? 0) * 1000;
      const wait = Math.max(asked, 2 ** attempt * 500) + Math.random() * 250;
      log.warn({ attempt, wait }, 'orders: slowed down');
      await sleep(wait);
      continue;
    }
    if (!res.ok) throw new Error(`orders: HTTP ${res.status}`);
    await saveOrders(await res.json());
    return;
  }
  throw new Error('orders: gave up after six attempts');
}
