import axios from 'axios';
import axiosRetry, { exponentialDelay, isNetworkError } from 'axios-retry';
import { RETRYABLE, SEAL_BASE } from './config.js';
import { authHeaders } from './headers.js';

export function createClient(token: string) {
  const client = axios.create({ baseURL: SEAL_BASE, timeout: 10_000, headers: authHeaders(token) });
  axiosRetry(client, {
    retries: 4,
    retryDelay: exponentialDelay,
    retryCondition: (error) => isNetworkError(error) || RETRYABLE.includes(error.response?.status ?? 0),
  });
  return client;
}
