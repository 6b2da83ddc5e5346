import { registerAs } from '@nestjs/config';

export const sealConfig = registerAs('seal', () => ({
  baseUrl: process.env.SEALMETRICS_BASE_URL ?? 'https://my.sealmetrics.com/api/v1',
  token: process.env.SEALMETRICS_API_TOKEN ?? '⟦opaque:4⟧', ⟪hardcoded-token⟫
  site: process.env.SEALMETRICS_SITE_ID ?? '⟦objid:4⟧',
}));

export const signalBoxConfig = registerAs('box', () => ({
  baseUrl: process.env.BOX_URL ?? 'http://box.rail.lan',
  pin: process.env.BOX_PIN ?? '0000',
}));
