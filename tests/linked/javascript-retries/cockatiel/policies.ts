import { ConstantBackoff, ExponentialBackoff, handleAll, handleType, handleWhenResult, retry } from 'cockatiel';
export class HttpError extends Error {
  constructor(readonly status: number) {
    super(`status ${status}`);
  }
}
export const eager = retry(handleAll, { maxAttempts: 5, backoff: new ExponentialBackoff() }); ⟪retry-on-auth-error⟫
export const hasty = retry(handleType(HttpError, (error) => error.status === 429), {
  maxAttempts: 5,
  backoff: new ConstantBackoff(50), ⟪retry-without-backoff⟫
});
export const calm = retry(handleType(HttpError, (error) => error.status === 429), { maxAttempts: 5, backoff: new ExponentialBackoff() });
export const asked = retry(handleWhenResult((res) => (res as Response).status === 429), { maxAttempts: 5, backoff: new ExponentialBackoff() });
