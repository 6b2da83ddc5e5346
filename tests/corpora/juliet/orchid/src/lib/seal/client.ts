import 'server-only';
import ky from 'ky';
import { env } from '~/lib/env';

export const seal = ky.create({
  prefixUrl: env.SEALMETRICS_BASE_URL,
  headers: { Authorization: `Bearer ${env.SEALMETRICS_API_TOKEN}` },
  timeout: 15_000,
  retry: { limit: 4, statusCodes: [408, 429, 500, 502, 503, 504], backoffLimit: 30_000 },
  hooks: {
    afterResponse: [
      (request, _options, response) => {
        console.info('sealmetrics', new URL(request.url).pathname, response.status);
      },
    ],
  },
});
