import got from 'got';
import { RETRYABLE, RETRYABLE_LOOSE, SEAL_BASE, authHeaders } from '@rail/seal';

const token = process.env.SEALMETRICS_API_TOKEN as string;

export const strict = got.extend({
  prefixUrl: SEAL_BASE,
  headers: authHeaders(token),
  retry: { limit: 3, statusCodes: RETRYABLE },
});

export const loose = got.extend({
  prefixUrl: SEAL_BASE,
  headers: authHeaders(token),
  retry: { limit: 5, statusCodes: RETRYABLE_LOOSE },
});

export const history = (day: string) => strict.get('stats', { searchParams: { day } }).json();
