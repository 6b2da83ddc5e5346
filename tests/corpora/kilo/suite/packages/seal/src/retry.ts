import pRetry, { AbortError } from 'p-retry';

export const RETRYABLE = new Set([429, 500, 502, 503, 504]);

/** Runs a request again while the answer is one that may get better. */
export function withRetry(send: () => Promise<Response>): Promise<Response> {
  return pRetry(
    async () => {
      const res = await send();
      if (res.ok) return res;
      if (!RETRYABLE.has(res.status)) throw new AbortError(`seal answered ${res.status}`);
      throw new Error(`seal answered ${res.status}`);
    },
    { retries: 4, minTimeout: 1000, factor: 2, randomize: true },
  );
}
