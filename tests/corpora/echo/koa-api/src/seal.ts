import Router from '@koa/router';
import { ofetch } from 'ofetch';
import { config } from './config';

type Row = { page: string; visits: number };

const router = new Router({ prefix: '/seal' });

function endpoint(path: string, secure = config.secure): string {
  return `${secure ? 'https' : 'http'}://my.sealmetrics.com/api/v1${path}`; ⟪insecure-scheme-fallback⟫
}

router.get('/pages', async (ctx) => {
  const key = process.env.SEALMETRICS_API_KEY!;
  const { rows } = await ofetch<{ rows: Row[] }>(endpoint('/stats/pages'), {
    query: { site_id: ctx.query.site ?? 'acme-corp' },
    headers: {
      accept: 'application/json',
      'X-API-Key': ` ${key}`, ⟪malformed-whitespace⟫
    },
  });
  ctx.body = rows.slice(0, 50);
});

router.get('/health', async (ctx) => {
  const answer = await ofetch.raw('https://my.sealmetrics.com/api/v1/readyz');
  ctx.status = answer.ok ? 200 : 503;
});

export default router;
