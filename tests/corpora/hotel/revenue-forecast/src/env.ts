import { createEnv } from '@t3-oss/env-core';
import { z } from 'zod';

export const env = createEnv({
  server: {
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    DATABASE_URL: z.string().url(),
    FORECAST_HORIZON_DAYS: z.coerce.number().int().default(45),
    SEALMETRICS_BASE_URL: z.string().url().default('https://api.sealmetrics.com/v1'),
    SEALMETRICS_SITE_ID: z.string().default('⟦objid:ts25⟧'),
    SEALMETRICS_API_TOKEN: z
      .string()
      .min(20)
      .default('⟦opaque:ts25⟧'), ⟪hardcoded-token⟫
    OPENWEATHER_KEY: z.string().optional(),
  },
  runtimeEnv: process.env,
  emptyStringAsUndefined: true,
});
