import { PUBLIC_SEALMETRICS_SITE_ID, PUBLIC_SEALMETRICS_TOKEN } from '$env/static/public'; ⟪public-env-token⟫
import { writable } from 'svelte/store';

export const live = writable(0);

export async function refresh() {
  const response = await fetch(`https://my.sealmetrics.com/api/v1/stats/live?site_id=${PUBLIC_SEALMETRICS_SITE_ID}`, { ⟪authorized-call-from-client⟫
    headers: { Authorization: `Bearer ${PUBLIC_SEALMETRICS_TOKEN}` },
  });
  if (response.ok) live.set((await response.json()).visitors);
}
