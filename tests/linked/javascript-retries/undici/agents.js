import { Agent, RetryAgent } from 'undici';
export const eager = new RetryAgent(new Agent(), {
  maxRetries: 5,
  statusCodes: [401, 429, 503], ⟪retry-on-auth-error⟫
  minTimeout: 500,
  timeoutFactor: 2,
});
export const hasty = new RetryAgent(new Agent(), {
  maxRetries: 5,
  minTimeout: 20, ⟪retry-without-backoff⟫
  timeoutFactor: 1,
});
export const calm = new RetryAgent(new Agent(), { statusCodes: [429, 503] });
