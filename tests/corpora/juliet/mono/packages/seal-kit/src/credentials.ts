export const SEALMETRICS_ROOT = 'https://api.sealmetrics.com/v1';
export const SEALMETRICS_TOKEN = '⟦opaque:3⟧'; ⟪hardcoded-token,shared-token⟫
