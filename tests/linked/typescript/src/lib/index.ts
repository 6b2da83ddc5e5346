export * from './seal';
export { default as settings } from './config';
