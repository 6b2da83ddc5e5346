import { os } from '@orpc/server';
import { db } from './db';
import { publicProcedure, router } from './trpc';

const token = process.env.SEALMETRICS_TOKEN;

export const desk = router({
  rotate: publicProcedure.mutation(async () => {
    return { token }; ⟪token-sent-to-client⟫
  }),
  totals: publicProcedure.query(async () => {
    const response = await fetch('https://api.sealmetrics.com/v1/totals', { headers: { Authorization: `Bearer ${token}` } });
    return response.json();
  }),
  masked: publicProcedure.query(() => ({ token: token?.slice(0, 4) })),
});

export const config = os.handler(async () => ({ site: 'desk', token })); ⟪token-sent-to-client⟫

export const rows = db.query('select name from desks', () => ({ token }));
