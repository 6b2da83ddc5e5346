import axios from 'axios';
import axiosRetry, { exponentialDelay, isNetworkOrIdempotentRequestError } from 'axios-retry';
const base = { baseURL: 'https://api.sealmetrics.com/v1', headers: { 'X-API-Key': process.env.SEALMETRICS_API_KEY } };
export const a = axios.create(base);
axiosRetry(a, { retries: 3, retryDelay: (count) => count * 1000 });
export const b = axios.create(base);
axiosRetry(b, { retries: 3, retryDelay: (count, error) => exponentialDelay(count, error, 1000) });
export const c = axios.create(base);
axiosRetry(c, { retries: 3, retryDelay: (_n, error) => Number(error.response?.headers['retry-after'] ?? 1) * 1000 });
export const d = axios.create(base);
axiosRetry(d, { retries: 3, retryDelay: exponentialDelay, retryCondition: (e) => isNetworkOrIdempotentRequestError(e) || e.response?.status === 429 });
export const e = axios.create(base);
axiosRetry(e, { ⟪retry-without-backoff⟫
  retries: 3,
  retryCondition: (error) => isNetworkOrIdempotentRequestError(error) || [403, 429].includes(error.response?.status), ⟪retry-on-auth-error⟫
});
export const f = axios.create(base);
axiosRetry(f, { retries: 0, retryCondition: () => true });
export const g = axios.create(base);
axiosRetry(g, { retries: 3, retryDelay: axiosRetry.linearDelay() });
export const h = axios.create(base);
axiosRetry(h, { retries: 3, retryDelay: () => 100 }); ⟪retry-without-backoff⟫
