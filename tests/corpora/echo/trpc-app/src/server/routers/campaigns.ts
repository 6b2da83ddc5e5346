import { z } from 'zod';
import { env } from '../../env.mjs';
import { createTRPCRouter, protectedProcedure } from '../trpc';

const authorization = `Bearer ${env.SEALMETRICS_API_TOKEN}`;

const client = {
  base: 'https://api.sealmetrics.com/v1',
  headers: { authorization, accept: 'application/json' },
};

export const campaignsRouter = createTRPCRouter({
  list: protectedProcedure
    .input(z.object({ account: z.string() }))
    .query(async ({ input, ctx }) => {
      const res = await fetch(`${client.base}/campaigns?account_id=${input.account}`, { headers: client.headers });
      if (res.status === 403) {
        ctx.log.warn({ account: input.account }, 'scope missing on the analytics token');
        return { rows: [] };
      }
      if (!res.ok) throw new Error(`campaigns answered ${res.status}`);
      return { rows: (await res.json()).rows };
    }),

  credentialStatus: protectedProcedure.query(() => ({
    configured: Boolean(env.SEALMETRICS_API_TOKEN),
    hint: `${env.SEALMETRICS_API_TOKEN.slice(0, 4)}…`,
  })),
});
