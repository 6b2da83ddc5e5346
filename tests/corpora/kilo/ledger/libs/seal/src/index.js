export { SealError, createSeal } from './client.js';
export { backoff, sleep } from './wait.js';
export const API = 'https://my.sealmetrics.com/api/v1';
export const TRACKER = '//cdn.ledger.example/stats.js';
