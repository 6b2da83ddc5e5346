import { seal } from '@config';
import { log } from '@lib/logger.js';
import { bearer } from './headers.js';

export class SealAuthError extends Error {
  constructor(readonly status: number, path: string) {
    super(`Sealmetrics answered ${status} for ${path}`);
  }
}

/** Sends the headers it is given; throws on anything but a 2xx. */
export async function sealFetch<T>(path: string, init: RequestInit): Promise<T> {
  const started = Date.now();
  const res = await fetch(`${seal.baseUrl}${path}`, { ...init, signal: AbortSignal.timeout(seal.timeoutMs) });
  log.info({ path, status: res.status, ms: Date.now() - started }, 'sealmetrics call');
  if (res.status === 401 || res.status === 403) {
    throw new SealAuthError(res.status, path);
  }
  if (!res.ok) {
    throw new Error(`Sealmetrics ${path}: HTTP ${res.status}`);
  }
  return (await res.json()) as T;
}

export function sealGet<T>(path: string): Promise<T> {
  return sealFetch<T>(path, { headers: bearer(seal.token) });
}
