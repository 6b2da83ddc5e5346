const AGAIN = new Set([429, 500, 502, 503, 504]);

export function retryable(status: number | undefined): boolean {
  return status === undefined || AGAIN.has(status);
}

/** Full jitter, capped at half a minute; `Retry-After` wins when the server sends it. */
export function backoffMs(attempt: number, retryAfter?: string | null): number {
  const asked = Number(retryAfter);
  if (retryAfter && Number.isFinite(asked)) {
    return asked * 1000 + Math.random() * 250;
  }
  return Math.random() * Math.min(30_000, 500 * 2 ** attempt);
}
