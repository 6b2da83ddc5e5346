export const environment = {
  production: true,
  apiUrl: 'https://console.acme-corp.io/api',
  sealmetrics: {
    baseUrl: 'https://my.sealmetrics.com/api/v1',
    accountId: '⟦objid:ng1⟧',
    apiKey: '⟦sm:ng1⟧', ⟪token-in-client-code⟫
  },
  sentryDsn: 'https://⟦hex:sen1⟧@o12345.ingest.sentry.io/42',
};
