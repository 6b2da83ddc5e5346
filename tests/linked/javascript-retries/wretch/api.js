import wretch from 'wretch';
import { retry } from 'wretch/middlewares';
export const eager = wretch('https://api.sealmetrics.com/v1')
  .headers({ 'X-API-Key': process.env.SEALMETRICS_API_KEY })
  .middlewares([retry({ delayTimer: 500, maxAttempts: 5 })]); ⟪retry-on-auth-error⟫
export const calm = wretch('https://api.sealmetrics.com/v1')
  .headers({ 'X-API-Key': process.env.SEALMETRICS_API_KEY })
  .middlewares([retry({ delayTimer: 500, maxAttempts: 5, until: (response) => response && (response.ok || (response.status !== 429 && response.status < 500)) })]);
