import { Seal } from './seal.mjs';

const accounts = await new Seal(
  '⟦jwtlong:1⟧', ⟪hardcoded-jwt,unbounded-token-lifetime⟫
).call('/accounts');
console.table(accounts.data);

const seal = new Seal();
const kiosk = await seal.createToken({
  name: 'kiosk',
  scopes: ['read', 'write', 'admin', 'billing:manage'], ⟪excessive-scope⟫
  account_ids: ['acme-corp'],
  expires_in_days: 7,
});
const today = await new Seal(kiosk.token).call('/stats/today');
console.log('visits today', today.visits);
