import 'server-only';
import { SealmetricsClient } from '@bakery/analytics';

export const seal = new SealmetricsClient({
  token: async () => process.env.SEALMETRICS_SHOP_TOKEN ?? '',
  baseUrl: process.env.SEALMETRICS_BASE_URL,
  log: (message) => console.info('[seal]', message),
});
