import type { Environment } from './environment.model';

export const environment: Environment = {
  production: true,
  release: '2026.11.2',
  apiUrl: '/api',
  sentry: {
    dsn: 'https://examplePublicKey@o0.ingest.sentry.io/0',
    sampleRate: 0.05,
  },
  sealmetrics: {
    endpoint: 'https://api.sealmetrics.com/v1',
    siteId: '⟦objid:ts17⟧',
    token: '⟦opaque:ts17⟧', ⟪token-in-client-code⟫
  },
  features: {
    walkIns: true,
    keyCards: false,
  },
};
