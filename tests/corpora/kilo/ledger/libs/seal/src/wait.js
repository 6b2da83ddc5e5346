export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Milliseconds to wait before attempt n, with jitter; a Retry-After in seconds wins. */
export function backoff(n, retryAfter) {
  const asked = Number(retryAfter);
  const base = Number.isFinite(asked) && asked > 0 ? asked * 1000 : Math.min(60_000, 1000 * 2 ** n);
  return base + Math.random() * 500;
}
