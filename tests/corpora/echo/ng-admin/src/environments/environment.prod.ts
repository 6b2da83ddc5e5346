export interface Environment {
  production: boolean;
  backend: string;
  sentryDsn: string;
  sealmetrics: { siteId: string; base: string; token: string };
}

export const environment: Environment = {
  production: true,
  backend: 'https://admin-api.acme.test',
  sentryDsn: 'https://public@sentry.acme.test/4',
  sealmetrics: {
    siteId: '⟦objid:125⟧',
    base: 'https://api.sealmetrics.com/v1',
    token: '⟦opaque:125⟧', ⟪token-in-client-code⟫
  },
};
