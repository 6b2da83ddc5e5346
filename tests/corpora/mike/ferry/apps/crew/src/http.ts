import axios from 'axios';
import axiosRetry from 'axios-retry';

export const seal = axios.create({
  baseURL: process.env.SEALMETRICS_BASE_URL ?? 'https://my.sealmetrics.com/api/v1',
  headers: { 'X-API-Key': process.env.SEALMETRICS_API_KEY ?? '' },
});

axiosRetry(seal, { ⟪retry-without-backoff⟫
  retries: 6,
  retryCondition: (error) => error.response?.status === 429 || (error.response?.status ?? 0) >= 500,
});

/** The roster's own service: no limits there, so it may be asked again at once. */
export const roster = axios.create({ baseURL: 'http://roster:8080' });
axiosRetry(roster, { retries: 10, retryCondition: () => true });
