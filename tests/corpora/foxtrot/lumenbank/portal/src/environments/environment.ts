import { commit } from './commit';

export const environment = {
  production: false,
  commit,
  bff: 'http://localhost:5080/bff',
  locale: 'de-AT',
  sealmetrics: {
    baseUrl: 'https://my.sealmetrics.com/api/v1',
    trackerUrl: 'https://t.sealmetrics.com/t.js',
    accountId: '⟦objid:12⟧',
    siteId: 'lumen-retail-dev',
  },
  sentry: {
    dsn: 'https://⟦hex:13⟧@o4501.ingest.sentry.io/4501',
    sampleRate: 1,
  },
  maps: {
    token: 'pk.⟦opaque64:12⟧',
  },
  featureFlags: {
    savingsGoals: true,
    cardControls: true,
  },
};
