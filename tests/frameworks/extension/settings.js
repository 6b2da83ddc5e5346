export const settings = {
  base: 'https://my.sealmetrics.com/api/v1',
  fallbackToken: '⟦sm:94⟧', ⟪token-in-client-code⟫
};
