import { setTimeout as sleep } from 'node:timers/promises';
import { SEAL_BASE, authHeaders } from '@rail/seal';

export async function poll(path: string) {
  const headers = authHeaders(process.env.SEALMETRICS_API_TOKEN!);
  for (let attempt = 0; attempt < 6; attempt++) {
    const res = await fetch(`${SEAL_BASE}/${path}`, { headers });
    if (res.status === 429) {
      await sleep(200); ⟪retry-without-backoff⟫
      continue;
    }
    if (!res.ok) throw new Error(`status ${res.status}`);
    return res.json();
  }
  throw new Error('gave up');
}

export async function pollPatiently(path: string) {
  const headers = authHeaders(process.env.SEALMETRICS_API_TOKEN!);
  for (let attempt = 0; attempt < 6; attempt++) {
    const res = await fetch(`${SEAL_BASE}/${path}`, { headers });
    if (res.status === 429) {
      const after = Number(res.headers.get('retry-after') ?? 2 ** attempt);
      await sleep(after * 1000 + Math.random() * 500);
      continue;
    }
    if (!res.ok) throw new Error(`status ${res.status}`);
    return res.json();
  }
  throw new Error('gave up');
}
