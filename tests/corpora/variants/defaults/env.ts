import convict from 'convict';
import Joi from 'joi';
import { cleanEnv, str, url } from 'envalid';
import * as yup from 'yup';

export const env = cleanEnv(process.env, {
  SEALMETRICS_API_TOKEN: str({ default: '⟦opaque:v1⟧' }), ⟪hardcoded-token⟫
  SEALMETRICS_BASE_URL: url({ default: 'https://api.sealmetrics.com/v1' }),
});

export const settings = convict({
  port: { format: 'port', default: 3000, env: 'PORT' },
  stats: {
    doc: 'The key of the statistics API',
    default: '⟦opaque:v2⟧', ⟪hardcoded-token⟫
    env: 'SEALMETRICS_API_KEY',
  },
  site: { default: '⟦objid:v3⟧', env: 'SEALMETRICS_SITE_ID' },
});

export const schema = Joi.object({
  SEALMETRICS_REFRESH_TOKEN: Joi.string().min(20).default('⟦opaque:v4⟧'), ⟪hardcoded-token⟫
  SEALMETRICS_TOKEN_FILE: Joi.string().default('/run/secrets/sealmetrics_api_token_for_reports'),
});

export const shape = yup.object({
  SEALMETRICS_TOKEN: yup.string().required(),
  SEALMETRICS_ACCOUNT: yup.string().default('⟦objid:v5⟧'),
});
