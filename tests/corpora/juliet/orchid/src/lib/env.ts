import 'server-only';
import { z } from 'zod';

const schema = z.object({
  SEALMETRICS_API_TOKEN: z.string().min(20).transform((value) => value.trim()),
  SEALMETRICS_ACCOUNT_ID: z.string().default('orchid'),
  SEALMETRICS_BASE_URL: z
    .string()
    .url()
    .refine((value) => !value.startsWith('http://'), 'https only')
    .default('https://my.sealmetrics.com/api/v1'),
  MIXPANEL_HOST: z.string().url(),
  MIXPANEL_SECRET: z.string().default(''),
});

export const env = schema.parse(process.env);
