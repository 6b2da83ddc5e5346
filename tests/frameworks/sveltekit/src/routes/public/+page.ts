import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
  const own = await fetch('/api/stats');
  const response = await fetch('https://my.sealmetrics.com/api/v1/stats/pages', { ⟪authorized-call-from-client⟫
    headers: { Authorization: `Bearer ${import.meta.env.VITE_SEALMETRICS_TOKEN}` }, ⟪public-env-token⟫
  });
  if (!response.ok) return { rows: [] };
  return { rows: await response.json(), own: await own.json() };
};
