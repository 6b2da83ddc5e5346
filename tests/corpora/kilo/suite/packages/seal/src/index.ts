export { SealClient } from './client';
export { bearer, apiKey } from './headers';
export { SEAL_URL, seal } from './config';
export { withRetry, RETRYABLE } from './retry';
