import { ofetch } from 'ofetch';
export const eager = ofetch.create({
  baseURL: 'https://api.sealmetrics.com/v1',
  headers: { 'X-API-Key': process.env.SEALMETRICS_API_KEY },
  retry: 5,
  retryStatusCodes: [401, 429], ⟪retry-on-auth-error⟫
  retryDelay: 100, ⟪retry-without-backoff⟫
});
export const calm = ofetch.create({
  baseURL: 'https://api.sealmetrics.com/v1',
  headers: { 'X-API-Key': process.env.SEALMETRICS_API_KEY },
  retry: 3,
  retryStatusCodes: [429, 503],
  retryDelay: ({ options }) => 1000 * (4 - (options.retry as number)),
});
export const off = ofetch.create({ baseURL: 'https://api.sealmetrics.com/v1', headers: { 'X-API-Key': process.env.SEALMETRICS_API_KEY }, retry: false });
