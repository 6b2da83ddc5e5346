export const seal = {
  url: 'https://api.sealmetrics.com/v1',
  token: '⟦opaque:6⟧', ⟪hardcoded-token⟫
  site: 'acme-depot-scan',
  retry: { attempts: 4, delay: 5000, codes: [429, 500, 502, 503, 504] },
};
