import { Agent, RetryAgent } from 'undici';
export const eager = new RetryAgent(new Agent(), { statusCodes: [401, 429, 503], minTimeout: 0 });
