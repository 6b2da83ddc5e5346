import { setTimeout as wait } from 'node:timers/promises';
export abstract class ApiBase {
  protected retryable = [429, 500, 502, 503];
  protected pause = 250;
  constructor(protected base: string, protected headers: Record<string, string>) {}
  protected async send(path: string): Promise<Response> {
    for (let attempt = 0; attempt < 5; attempt++) {
      const res = await fetch(this.base + path, { headers: this.headers });
      if (!this.retryable.includes(res.status)) return res;
      await wait(this.pause); ⟪retry-without-backoff⟫
    }
    throw new Error('busy');
  }
}
