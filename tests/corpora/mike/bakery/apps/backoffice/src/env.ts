import { readFileSync } from 'node:fs';

export const env = {
  email: process.env.SEAL_METRICS_EMAIL ?? '',
  password: readFileSync(process.env.SEAL_METRICS_PASSWORD_FILE ?? '/run/secrets/seal_password', 'utf8').trimEnd(),
  oven: process.env.OVEN_URL ?? 'http://oven.bakery.lan',
};
