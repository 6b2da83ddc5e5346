export { createSealHttp, type SealHttp } from './http.js';
export { authHeaders, tracing } from './headers.js';
export { endpoints, apiUrl } from './endpoints.js';
export { retryable, backoffMs } from './retry.js';
export type { Visit, Account, Page } from './types.js';
