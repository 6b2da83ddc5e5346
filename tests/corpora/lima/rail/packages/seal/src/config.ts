export const SEAL_BASE = 'https://api.sealmetrics.com/v1';
export const RETRYABLE = [408, 429, 500, 502, 503, 504];
export const RETRYABLE_LOOSE = [403, 429, 500, 503]; ⟪retry-on-auth-error⟫
