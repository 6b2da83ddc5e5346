export const BASE = 'https://api.sealmetrics.com/v1';
export const FIRST_MS = 300;
export const RETRYABLE = [429, 500];
