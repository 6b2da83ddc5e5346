import { partnerHeaders } from '@acme/seal';
import { ownHeaders } from '@acme/own';

export async function stats() {
  const shared = await fetch('https://api.sealmetrics.com/v1/stats', { headers: partnerHeaders });
  if (!shared.ok) throw new Error('no stats');
  const own = await fetch('https://api.sealmetrics.com/v1/stats', { headers: ownHeaders });
  if (!own.ok) throw new Error('no stats');
  return [await shared.json(), await own.json()];
}
