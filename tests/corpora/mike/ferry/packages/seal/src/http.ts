import axios, { type AxiosInstance } from 'axios';
import axiosRetry from 'axios-retry';
import { authHeaders, tracing } from './headers.js';
import { backoffMs, retryable } from './retry.js';

export type SealHttp = AxiosInstance;

interface Options {
  token: string;
  service: string;
  baseURL?: string;
  attempts?: number;
}

export function createSealHttp({ token, service, baseURL, attempts = 4 }: Options): SealHttp {
  const http = axios.create({
    baseURL: baseURL ?? 'https://api.sealmetrics.com/v1',
    timeout: 15_000,
    headers: { ...authHeaders(token), ...tracing({ service }) },
  });
  axiosRetry(http, {
    retries: attempts,
    retryCondition: (error) => retryable(error.response?.status),
    retryDelay: (count, error) => backoffMs(count, error.response?.headers['retry-after']),
  });
  http.interceptors.response.use(undefined, (error) => {
    const status = error.response?.status;
    if (status === 401 || status === 403) {
      error.message = `sealmetrics refused the token of ${service} (${status})`;
    }
    return Promise.reject(error);
  });
  return http;
}
