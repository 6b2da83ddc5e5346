import axiosRetry from 'axios-retry';
export const hasty = {
  retries: 5,
  retryCondition: (error) => error.response?.status >= 400, ⟪retry-on-auth-error⟫
  retryDelay: () => 250, ⟪retry-without-backoff⟫
};
export const kind = {
  retries: 5,
  retryCondition: (error) => error.response?.status === 429 || axiosRetry.isNetworkError(error),
  retryDelay: axiosRetry.exponentialDelay,
};
