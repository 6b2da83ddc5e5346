import pRetry, { AbortError } from 'p-retry';
import { bearer } from './auth.ts';

export class TokenProblem extends Error {
  constructor(readonly status: number, path: string) {
    super(`${path}: the analytics API answered ${status}`);
  }
}

interface Options {
  token: () => Promise<string>;
  baseUrl?: string;
  log?: (message: string) => void;
}

export class SealmetricsClient {
  private readonly base: string;

  constructor(private readonly options: Options) {
    this.base = options.baseUrl ?? 'https://my.sealmetrics.com/api/v1';
    if (!this.base.startsWith('https://')) {
      throw new Error('SEALMETRICS_BASE_URL must be https');
    }
  }

  get<T>(path: string, query: Record<string, string> = {}): Promise<T> {
    return pRetry(() => this.once<T>(path, query), { retries: 4, factor: 2, minTimeout: 1000, randomize: true });
  }

  private async once<T>(path: string, query: Record<string, string>): Promise<T> {
    const url = `${this.base}${path}?${new URLSearchParams(query)}`;
    const response = await fetch(url, { headers: bearer(await this.options.token()) });
    this.options.log?.(`GET ${path} ${response.status}`);
    switch (response.status) {
      case 200:
        return (await response.json()) as T;
      case 401:
      case 403:
        throw new AbortError(new TokenProblem(response.status, path));
      default:
        if (response.status >= 500 || response.status === 429) {
          throw new Error(`${path}: ${response.status}`);
        }
        throw new AbortError(`${path}: ${response.status}`);
    }
  }
}
