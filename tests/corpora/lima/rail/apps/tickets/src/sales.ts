import pRetry, { AbortError } from 'p-retry';
import { SEAL_BASE, authHeaders } from '@rail/seal';

async function once() {
  const res = await fetch(`${SEAL_BASE}/stats/sales`, { headers: authHeaders(process.env.SEALMETRICS_API_KEY!) });
  if (res.status === 401 || res.status === 403) throw new AbortError(`refused: ${res.status}`);
  if (!res.ok) throw new Error(`status ${res.status}`);
  return res.json();
}

export const sales = () => pRetry(once, { retries: 5, minTimeout: 1000, factor: 2, randomize: true });
