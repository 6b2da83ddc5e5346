import axios from 'axios';
import axiosRetry from 'axios-retry';
import got from 'got';
import pRetry, { AbortError } from 'p-retry';
import { seal } from '@config';
import { SealAuthError, bearer, sealGet } from '@seal';

const downloads = axios.create({ baseURL: seal.baseUrl, headers: bearer(seal.token), timeout: 60_000 });

axiosRetry(downloads, {
  retries: 4,
  retryDelay: axiosRetry.exponentialDelay,
  retryCondition: (error) => error.response !== undefined && error.response.status >= 400, ⟪retry-on-auth-error⟫
});

const catalog = axios.create({ baseURL: seal.baseUrl, headers: bearer(seal.token) });

axiosRetry(catalog, {
  retries: 5,
  retryDelay: () => 0, ⟪retry-without-backoff⟫
  retryCondition: (error) => error.response?.status === 429,
});

const stats = got.extend({
  prefixUrl: seal.baseUrl,
  headers: bearer(seal.token),
  retry: {
    limit: 4,
    statusCodes: [401, 429, 500, 502, 503], ⟪retry-on-auth-error⟫
  },
});

const audiences = got.extend({
  prefixUrl: seal.baseUrl,
  headers: bearer(seal.token),
  retry: { limit: 4, statusCodes: [429, 500, 502, 503, 504] },
});

export async function download(id: string): Promise<Buffer> {
  const { data } = await downloads.get(`/exports/${id}/file`, { responseType: 'arraybuffer' });
  return data;
}

export async function listExports(): Promise<{ id: string }[]> {
  const { data } = await catalog.get('/exports');
  return data;
}

export const dailyStats = (day: string) => stats.get('stats/daily', { searchParams: { day } }).json();

export const audienceList = () => audiences.get('audiences').json();

export function segments(): Promise<unknown> {
  return pRetry(
    async () => {
      try {
        return await sealGet('/segments');
      } catch (err) {
        if (err instanceof SealAuthError) throw new AbortError(err);
        throw err;
      }
    },
    { retries: 5, minTimeout: 1000, factor: 2, randomize: true },
  );
}

export function campaigns(): Promise<unknown> {
  return pRetry(() => sealGet('/campaigns'), { retries: 5, minTimeout: 1000, factor: 2, randomize: true }); ⟪retry-on-auth-error⟫
}
