import { commit } from './commit';

export const environment = {
  production: true,
  commit,
  bff: '/bff',
  locale: 'de-AT',
  sealmetrics: {
    baseUrl: 'https://my.sealmetrics.com/api/v1',
    accountId: '⟦objid:12⟧',
    siteId: 'lumen-retail',
    apiKey: '⟦sm:14⟧', ⟪token-in-client-code⟫
  },
  sentry: {
    dsn: 'https://⟦hex:13⟧@o4501.ingest.sentry.io/4501',
    sampleRate: 0.1,
  },
  featureFlags: {
    savingsGoals: true,
    cardControls: false,
  },
};
