import { writeFile } from 'node:fs/promises';
import { issue, type Grant } from '@bakery/analytics';

const grant: Grant = { name: 'bakery-shop', scopes: ['stats:read'], days: 60 };

const admin = process.env.SEALMETRICS_ADMIN_TOKEN;
if (!admin) {
  throw new Error('SEALMETRICS_ADMIN_TOKEN is missing');
}
const { id, token } = await issue(admin, 'bakery', grant);
await writeFile('/run/secrets/shop_token', token, { mode: 0o600 });
console.log(`token ${id} is in place`);
