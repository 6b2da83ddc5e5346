import 'server-only';

const BASE = 'https://my.sealmetrics.com/api/v1';

export async function stats(path: string, params: Record<string, string> = {}) {
  const query = new URLSearchParams({ site_id: process.env.SEALMETRICS_SITE_ID!, ...params });
  const response = await fetch(`${BASE}/${path}?${query}`, {
    headers: { Authorization: `Bearer ${process.env.SEALMETRICS_API_TOKEN}` },
    next: { revalidate: 300 },
  });
  if (!response.ok) {
    throw new Error(`Sealmetrics answered ${response.status}`);
  }
  return response.json();
}
