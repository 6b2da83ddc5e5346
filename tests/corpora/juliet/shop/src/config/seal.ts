const apiHost = 'my.sealmetrics.com';

export const seal = {
  baseUrl: process.env.SEALMETRICS_BASE_URL ?? `https://${apiHost}/api/v1`,
  exportUrl: 'http://' + apiHost + '/api/v1/exports', ⟪insecure-endpoint⟫
  pixel: 'https://t.sealmetrics.com/t.js?id=⟦objid:1⟧',
  accountId: process.env.SEALMETRICS_ACCOUNT_ID ?? 'northwind-shop',
  token: process.env.SEALMETRICS_API_TOKEN ?? '',
  apiKey: process.env.SEALMETRICS_API_KEY || '⟦sm:1⟧', ⟪hardcoded-token⟫
  timeoutMs: 15_000,
};

export const sealAuthorization = `Bearer ${process.env.SEALMETRICS_API_TOKEN}`;
