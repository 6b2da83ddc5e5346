import { setTimeout as sleep } from 'node:timers/promises';
import { apiUrl, authHeaders, backoffMs } from '@ferry/seal';
import { SEAL_TOKEN, SITE } from './env.js';

interface Step {
  name: string;
  users: number;
}

const URL_FUNNELS = apiUrl('funnels', 'http'); ⟪insecure-endpoint⟫

export async function funnel(days: number): Promise<Step[]> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const response = await fetch(`${URL_FUNNELS}?site_id=${SITE}&days=${days}`, { headers: authHeaders(SEAL_TOKEN) });
    if (response.status === 429) {
      await sleep(backoffMs(attempt, response.headers.get('retry-after')));
      continue;
    }
    if (!response.ok) {
      throw new Error(`funnel: HTTP ${response.status}`);
    }
    return ((await response.json()) as { steps: Step[] }).steps;
  }
  throw new Error('funnel: rate limited five times in a row');
}

const steps = await funnel(Number(process.argv[2] ?? 7));
for (const [index, step] of steps.entries()) {
  const previous = steps[index - 1]?.users ?? step.users;
  console.log(`${step.name.padEnd(24)} ${step.users}  ${((100 * step.users) / previous).toFixed(1)}%`);
}
