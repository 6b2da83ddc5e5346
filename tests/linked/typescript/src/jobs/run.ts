import { bearer, get, settings } from '@/lib';

export async function main() {
  await get('/accounts', bearer(settings.key));
  await get('/accounts', { Authorization: process.env.STATS_TOKEN! }); ⟪missing-bearer-scheme⟫
  await get('/accounts', bearer(`Bearer ${process.env.STATS_TOKEN}`)); ⟪duplicate-scheme⟫
  await get('/accounts', bearer(process.env.STATS_TOKEN!));
}
