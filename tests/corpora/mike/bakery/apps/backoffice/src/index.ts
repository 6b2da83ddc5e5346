import Koa from 'koa';
import { SealmetricsClient, Session, mask } from '@bakery/analytics';
import { env } from './env.ts';
import { temperature } from './oven.ts';

const session = new Session(env.email, env.password);
const client = new SealmetricsClient({ token: () => session.token(), log: console.info });
const app = new Koa();

app.use(async (context) => {
  if (context.path === '/debug') {
    context.body = { oven: await temperature(env.oven), token: mask(await session.token()) };
    return;
  }
  context.body = await client.get('/stats/visits', { site_id: 'bakery-shop', range: '1d' });
});

app.listen(8090);
