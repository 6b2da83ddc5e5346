import pRetry from 'p-retry';
import { load } from './api';
export const visits = () => pRetry(() => load('/stats/daily'), { retries: 5 }); ⟪retry-on-auth-error⟫
