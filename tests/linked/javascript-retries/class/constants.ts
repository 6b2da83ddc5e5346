export const BASE = 'https://api.sealmetrics.com/v1';
export const RETRY_MS = 300; ⟪retry-without-backoff⟫
export const RETRYABLE = [401, 429, 500]; ⟪retry-on-auth-error⟫
