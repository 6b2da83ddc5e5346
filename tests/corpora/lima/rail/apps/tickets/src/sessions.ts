import { SEAL_BASE, authHeaders } from '@rail/seal';

export async function sessions() {
  const res = await fetch(`${SEAL_BASE}/stats/sessions`, { headers: authHeaders(process.env.SEALMETRICS_API_KEY!) });
  if (!res.ok) {
    console.error('sessions failed', res.status);
    return [];
  }
  return (await res.json()).rows;
}

export async function funnels() {
  const res = await fetch(`${SEAL_BASE}/funnels`, {
    headers: authHeaders('${SEALMETRICS_API_KEY}'), ⟪uninterpolated-token⟫
  });
  if (!res.ok) throw new Error(`status ${res.status}`);
  return res.json();
}
