export * from './seal.config';
export * from './seal.module';
export * from './seal.service';
export * from './operators';
export { sealAuth } from './auth';
