export { SealClient } from './client';
