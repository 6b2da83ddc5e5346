import { API } from './index.js';

export const DAYS = 30;
export const SCOPES = Object.freeze({
  journal: ['stats:read'],
  board: ['stats:read', 'sites:read'],
});

export async function issue(kind, { operator, accountId, store }) {
  const res = await fetch(`${API}/api-tokens`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${operator}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      name: `ledger-${kind}`,
      scopes: SCOPES[kind],
      account_ids: [accountId],
      expires_in_days: DAYS,
    }),
  });
  if (res.status !== 201) throw new Error(`no token for ${kind}: ${res.status}`);
  const { token, token_prefix: prefix } = await res.json();
  await store.write(`seal/${kind}`, token);
  return prefix;
}
