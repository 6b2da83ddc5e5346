export const sealConfig = {
  api: 'https://my.sealmetrics.com/api/v1',
  siteId: '⟦objid:5⟧',
  liveKey: '⟦sm:9⟧', ⟪token-in-client-code⟫
};
