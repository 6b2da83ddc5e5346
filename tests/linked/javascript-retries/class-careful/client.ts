import { setTimeout as sleep } from 'node:timers/promises';
import { BASE, FIRST_MS, RETRYABLE } from './constants';
export class SealClient {
  constructor(private readonly token: string) {}
  async request(path: string, attempt = 0): Promise<unknown> {
    const res = await fetch(`${BASE}${path}`, { headers: { Authorization: `Bearer ${this.token}` } });
    if (RETRYABLE.includes(res.status) && attempt < 5) {
      await sleep(FIRST_MS * 2 ** attempt);
      return this.request(path, attempt + 1);
    }
    if (!res.ok) throw new Error(`status ${res.status}`);
    return res.json();
  }
}
