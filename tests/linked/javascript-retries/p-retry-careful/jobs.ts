import pRetry from 'p-retry';
import { load } from './api';
export const visits = () => pRetry(() => load('/stats/daily'), { retries: 5 });
export const hasty = () => pRetry(() => load('/stats/daily'), { retries: 50, minTimeout: 10, factor: 1 }); ⟪retry-without-backoff⟫
