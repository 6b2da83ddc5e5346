import { mkdirSync, writeFileSync } from 'node:fs';
import { sealAuth } from '../libs/seal/src/auth';

const api = 'https://my.sealmetrics.com/api/v1';
const admin = process.env.SEALMETRICS_ADMIN_TOKEN ?? '';

async function create(name: string, scopes: string[], days: number): Promise<string> {
  const response = await fetch(`${api}/api-tokens`, {
    method: 'POST',
    headers: { ...sealAuth(admin).headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name, scopes, account_ids: ['signal'], expires_in_days: days }),
  });
  if (!response.ok) {
    throw new Error(`${name}: HTTP ${response.status}`);
  }
  const { id, token } = await response.json();
  mkdirSync('/run/seal', { recursive: true });
  writeFileSync(`/run/seal/${name}`, token, { mode: 0o600 });
  return id;
}

async function main() {
  console.log('gateway', await create('gateway', ['stats:read'], 90));
  console.log('dispatch-screen', await create('dispatch-screen', ['stats:read', 'accounts:read'], 300)); ⟪unbounded-token-lifetime⟫
  console.log('statistics-mail', await create('statistics-mail', ['stats:read', 'superadmin'], 45)); ⟪excessive-scope⟫
}

void main();
