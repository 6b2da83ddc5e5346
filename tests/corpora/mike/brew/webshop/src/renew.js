import { writeFile } from 'node:fs/promises';
import { LIFETIME_DAYS, WEBSHOP_SCOPES } from './policy.js';

export async function renew() {
  const response = await fetch('https://my.sealmetrics.com/api/v1/api-tokens', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${process.env.SEALMETRICS_ADMIN_TOKEN}`,
    },
    body: JSON.stringify({
      name: `webshop ${new Date().toISOString().slice(0, 10)}`,
      scopes: WEBSHOP_SCOPES,
      account_ids: ['brew'],
      expires_in_days: LIFETIME_DAYS,
    }),
  });
  if (response.status !== 201) {
    throw new Error(`no new token: ${response.status}`);
  }
  const made = await response.json();
  await writeFile('/run/seal/next-token', made.token, { mode: 0o600 });
  return made.id;
}
