import { AxiosError } from 'axios';
import { MonoTypeOperatorFunction, retry, throwError, timer } from 'rxjs';

const statusOf = (error: unknown): number => (error instanceof AxiosError ? error.response?.status ?? 0 : 0);

/** Asks again after 429 and 5xx with growing pauses. */
export function patiently<T>(count = 4): MonoTypeOperatorFunction<T> {
  return retry({
    count,
    delay: (error, attempt) => {
      const status = statusOf(error);
      if (status !== 429 && status < 500) {
        return throwError(() => error);
      }
      const asked = Number((error as AxiosError).response?.headers['retry-after']);
      return timer(asked ? asked * 1000 : 2 ** attempt * 500 + Math.random() * 250);
    },
  });
}

export const isTokenProblem = (error: unknown): boolean => [401, 403].includes(statusOf(error));
