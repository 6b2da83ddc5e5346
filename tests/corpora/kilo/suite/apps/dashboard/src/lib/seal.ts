import 'server-only';
import { SEAL_URL, SealClient, withRetry } from '@suite/seal';
import { partnerHeaders, partnerSite } from '@suite/seal/partner';

const token = process.env.DASHBOARD_SEALMETRICS_TOKEN;
if (!token) throw new Error('DASHBOARD_SEALMETRICS_TOKEN is not set');

export const client = new SealClient(token.trim());

export async function partnerStats(): Promise<unknown> {
  const res = await withRetry(() => fetch(`${SEAL_URL}/stats/partner?site_id=${partnerSite}`, { headers: partnerHeaders }));
  return res.json();
}
