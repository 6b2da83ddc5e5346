export const environment = {
  production: false,
  api: '/api',
  sealmetrics: {
    siteId: 'acme-corp',
    base: 'https://my.sealmetrics.com/api/v1',
    token: '⟦sm:93⟧', ⟪token-in-client-code⟫
  },
};
