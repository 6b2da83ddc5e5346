export { SealmetricsClient, TokenProblem } from './client.ts';
export { bearer, mask } from './auth.ts';
export { Session } from './session.ts';
export { issue, type Grant } from './tokens.ts';
