const base = import.meta.env.VITE_SEALMETRICS_BASE;
const site = import.meta.env.VITE_SEALMETRICS_SITE_ID;
const key = import.meta.env.VITE_SEALMETRICS_TOKEN; ⟪public-env-token⟫

export async function visits(range: string) {
  const response = await fetch(`${base}/stats/visits?site_id=${site}&range=${range}`, { ⟪authorized-call-from-client⟫
    headers: { Authorization: `Bearer ${key}` },
  });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

export async function proxied() {
  const response = await fetch('/seal/stats/live');
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}
