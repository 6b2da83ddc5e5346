const host = 'my.sealmetrics.com';

export const SEAL_URL = `https://${host}/api/v1`;

export const seal = {
  site: 'acme-suite',
  accountId: '⟦objid:1⟧',
  timeoutMs: 15_000,
  export: {
    pageSize: 500,
    statusCodes: [403, 429, 502, 503], ⟪retry-on-auth-error⟫
  },
};
