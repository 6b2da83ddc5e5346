export * from './config.js';
export { authHeaders } from './headers.js';
export { createClient } from './client.js';
