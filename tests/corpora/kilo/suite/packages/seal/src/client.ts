import { SEAL_URL, seal } from './config';
import { bearer } from './headers';
import { withRetry } from './retry';

export interface DailyRow {
  date: string;
  visits: number;
  conversions: number;
}

export class SealClient {
  constructor(
    private readonly token: string,
    private readonly base = SEAL_URL,
  ) {}

  get headers() {
    return bearer(this.token);
  }

  async get<T>(path: string, query: Record<string, string> = {}): Promise<T> {
    const url = `${this.base}${path}?${new URLSearchParams(query)}`;
    const res = await withRetry(() => fetch(url, { headers: this.headers, signal: AbortSignal.timeout(seal.timeoutMs) }));
    return (await res.json()) as T;
  }

  daily(from: string, to: string) {
    return this.get<DailyRow[]>('/stats/daily', { site_id: seal.site, from, to });
  }
}
