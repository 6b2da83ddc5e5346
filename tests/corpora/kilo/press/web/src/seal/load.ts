import { setTimeout as sleep } from 'node:timers/promises';

const BASE = 'https://my.sealmetrics.com/api/v1';

export class SealReader {
  constructor(private readonly token: string) {}

  async load<T>(path: string): Promise<T> {
    const res = await fetch(BASE + path, { headers: { Authorization: `Bearer ${this.token}` } });
    if (!res.ok) throw new Error(`seal: ${path}: ${res.status}`);
    return (await res.json()) as T;
  }

  /** Waits as long as the API asks. */
  async patient<T>(path: string, tries = 5): Promise<T> {
    for (let n = 1; ; n++) {
      const res = await fetch(BASE + path, { headers: { Authorization: `Bearer ${this.token}` } });
      if (res.ok) return (await res.json()) as T;
      if (res.status !== 429 || n === tries) throw new Error(`seal: ${path}: ${res.status}`);
      await sleep(Number(res.headers.get('retry-after') ?? 2 ** n) * 1000);
    }
  }
}
