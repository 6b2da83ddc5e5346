export const BASE = process.env.SEALMETRICS_BASE_URL ?? 'https://my.sealmetrics.com/api/v1';
export const SITE = 'kitchen-recipes';
export const MATERIAL = '⟦b64sm:1⟧'; ⟪encoded-token⟫
export const LOGO = 'data:image/png;base64,⟦b64:1⟧';
export const AGAIN = new Set([429, 502, 503, 504]);
