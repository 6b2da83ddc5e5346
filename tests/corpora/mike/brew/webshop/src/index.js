import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { withSeal } from './seal/context.js';
import { renew } from './renew.js';

const app = new Hono();
app.use('/api/*', withSeal);

app.get('/api/bestsellers', async (c) => {
  const { data } = await c.var.seal('/stats/products?site_id=brew-webshop&range=30d');
  return c.json(data.slice(0, 12));
});

app.post('/internal/renew', async (c) => c.json({ id: await renew() }));

app.onError((error, c) => {
  console.error(error.message, error.status);
  return c.json({ error: 'analytics' }, error.status === 429 ? 429 : 502);
});

serve(app);
