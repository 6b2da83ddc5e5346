import 'server-only';
import ky from 'ky';
import { API } from '@ledger/seal';

const key = process.env.BOARD_SEALMETRICS_API_KEY;
if (!key) throw new Error('BOARD_SEALMETRICS_API_KEY is missing');

export const api = ky.create({
  prefixUrl: API,
  headers: { 'X-API-Key': key },
  timeout: 20_000,
  retry: { limit: 4, statusCodes: [408, 429, 500, 502, 503, 504], backoffLimit: 30_000 },
});

export const sources = (day) => api.get('stats/sources', { searchParams: { date: day } }).json();
export const goals = () => api.get('goals').json();
