import { setTimeout as sleep } from 'node:timers/promises';
import pRetry, { AbortError } from 'p-retry';

const pieces = [
  '⟦smhead:js15⟧', ⟪encoded-token⟫
  '⟦smtail:js15⟧',
];

export const credential = () => pieces.join('');

const ENDPOINT = 'https://my.sealmetrics.com/api/v1/stats/partner-hub/daily';

async function attempt(day) {
  const response = await fetch(`${ENDPOINT}?day=${day}`, {
    headers: { 'X-API-Key': credential(), Accept: 'application/json' },
  });
  if (response.status === 429) {
    await sleep(Number(response.headers.get('retry-after') ?? 30) * 1000);
    throw new Error('rate limited');
  }
  if (response.status >= 500) {
    throw new Error(`daily answered ${response.status}`);
  }
  if (!response.ok) {
    throw new AbortError(`daily answered ${response.status}`);
  }
  return response.json();
}

export function daily(day) {
  return pRetry(() => attempt(day), { retries: 4, factor: 2, minTimeout: 1000, randomize: true });
}
