export { bearer, apiKeyHeader } from './headers.js';
export { SealAuthError, sealFetch, sealGet } from './http.js';
