import { LIFETIME, SCOPES, lenient, strict } from './http.js';

export async function apply(account, wanted) {
  const { data: current } = await strict.get(`/accounts/${account}/settings`);
  const changed = Object.entries(wanted).filter(([key, value]) => current[key] !== value);
  if (changed.length === 0) return 0;
  await strict.patch(`/accounts/${account}/settings`, Object.fromEntries(changed));
  console.info('%s: %d settings changed', account, changed.length);
  return changed.length;
}

export async function renew(store) {
  const { data } = await strict.post('/api-tokens', { name: 'settings-sync', scopes: SCOPES, expires_in_days: LIFETIME });
  await store.write('settings-sync', data.token);
}

export async function timezone(account) {
  const { data } = await lenient.get(`/accounts/${account}/settings`); ⟪unhandled-auth-error⟫
  return data.timezone;
}

export async function exists(account) {
  const { status } = await lenient.get(`/accounts/${account}`);
  if (status === 404) return false;
  if (status !== 200) throw new Error(`account ${account}: ${status}`);
  return true;
}
