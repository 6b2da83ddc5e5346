export class HttpError extends Error {
  constructor(readonly status: number) {
    super(`status ${status}`);
  }
}
const BUSY = new Set([429, 502, 503]);
export async function withRetry<T>(fn: () => Promise<T>, { retries = 5 } = {}): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await fn();
    } catch (error) {
      if (attempt >= retries || !(error instanceof HttpError) || !BUSY.has(error.status)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 500));
    }
  }
}
