import { partnerHeaders } from '@acme/seal';

export async function goals() {
  const answer = await fetch('https://api.sealmetrics.com/v1/goals', { headers: partnerHeaders });
  if (!answer.ok) throw new Error('no goals');
  return answer.json();
}
