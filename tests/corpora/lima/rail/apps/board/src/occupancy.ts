import { SEAL_BASE, authHeaders } from '@rail/seal';

export async function occupancy() {
  const token = process.env.SEALMETRICS_API_TOKEN ?? '';
  const res = await fetch(`${SEAL_BASE}/stats/occupancy`, { headers: authHeaders(token) }); ⟪unhandled-auth-error⟫
  const body = await res.json();
  return body.rows;
}

export async function stations() {
  const res = await fetch(`${SEAL_BASE}/sites`, { ⟪missing-authorization⟫
    headers: { Accept: 'application/json' },
  });
  if (!res.ok) throw new Error(`sites answered ${res.status}`);
  return res.json();
}
