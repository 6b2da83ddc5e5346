import axios from 'axios';
import axiosRetry, { exponentialDelay } from 'axios-retry';

export const stubborn = {
  retries: 6,
  retryDelay: () => 250, ⟪retry-without-backoff⟫
  retryCondition: () => true, ⟪retry-on-auth-error⟫
};

export const gentle = {
  retries: 5,
  retryDelay: exponentialDelay,
  retryCondition: (error) => [429, 502, 503, 504].includes(error.response?.status),
};

export function analytics(policy) {
  const http = axios.create({
    baseURL: process.env.SEALMETRICS_BASE_URL || 'https://api.sealmetrics.com/v1',
    headers: { 'X-API-Key': process.env.SEALMETRICS_API_KEY },
    timeout: 10_000,
  });
  axiosRetry(http, policy);
  return http;
}
