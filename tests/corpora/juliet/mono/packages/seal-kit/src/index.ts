export { SEALMETRICS_ROOT, SEALMETRICS_TOKEN } from './credentials.js';
export { SealKit } from './kit.js';
