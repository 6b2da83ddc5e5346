import pino from 'pino';

const SEAL_KEY = /\bsm_(?:live_|test_)?[A-Za-z0-9]{20,}\b/g;

export function mask(value: string): string {
  return value.length > 8 ? `${value.slice(0, 4)}****` : '****';
}

export const logger = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  redact: {
    paths: ['req.headers.authorization', 'req.headers["x-api-key"]', '*.sealmetricsToken', '*.SEALMETRICS_API_KEY'],
    censor: '[redacted]',
  },
  formatters: {
    log(object) {
      const text = JSON.stringify(object);
      return SEAL_KEY.test(text) ? JSON.parse(text.replace(SEAL_KEY, (key) => mask(key))) : object;
    },
  },
});

export function logStartup(token: string) {
  logger.info({ sealmetrics: mask(token), base: 'https://api.sealmetrics.com/v1' }, 'configuration read');
}
