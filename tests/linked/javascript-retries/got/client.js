import got from 'got';
import { AGAIN, BUSY } from './statuses.js';
const headers = { Authorization: `Bearer ${process.env.SEALMETRICS_TOKEN}` };
export const eager = got.extend({ prefixUrl: 'https://api.sealmetrics.com/v1', headers, retry: { limit: 4, statusCodes: AGAIN } });
export const calm = got.extend({ prefixUrl: 'https://api.sealmetrics.com/v1', headers, retry: { limit: 4, statusCodes: BUSY } });
export const fixed = got.extend({
  prefixUrl: 'https://api.sealmetrics.com/v1',
  headers,
  retry: { limit: 4, statusCodes: BUSY, calculateDelay: () => 200 }, ⟪retry-without-backoff⟫
});
export const grown = got.extend({ prefixUrl: 'https://api.sealmetrics.com/v1', headers, retry: { limit: 4, calculateDelay: ({ attemptCount }) => attemptCount * 1000 } });
export const asked = got.extend({ prefixUrl: 'https://api.sealmetrics.com/v1', headers, retry: { limit: 4, calculateDelay: ({ computedValue }) => computedValue } });
export const none = got.extend({ prefixUrl: 'https://api.sealmetrics.com/v1', headers, retry: { limit: 0, statusCodes: AGAIN } });
