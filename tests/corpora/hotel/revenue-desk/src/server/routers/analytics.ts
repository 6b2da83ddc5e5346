import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { env } from '~/env.mjs';
import { createTRPCRouter, protectedProcedure } from '~/server/api/trpc';

export const analyticsRouter = createTRPCRouter({
  revenueBySource: protectedProcedure
    .input(z.object({ property: z.string(), days: z.number().int().max(90) }))
    .query(async ({ input }) => {
      const res = await fetch(
        `https://api.sealmetrics.com/v1/properties/${input.property}/sources?days=${input.days}`,
        { headers: { Authorization: `Bearer ${env.SEALMETRICS_API_KEY}` } },
      );
      if (!res.ok) {
        throw new TRPCError({ code: 'BAD_GATEWAY', message: `analytics answered ${res.status}` });
      }
      return (await res.json()) as { source: string; revenue: number }[];
    }),

  widgetConfig: protectedProcedure.query(({ ctx }) => ({
    currency: ctx.session.user.currency,
    refreshSeconds: 120,
    endpoint: 'https://api.sealmetrics.com/v1',
    apiKey: env.SEALMETRICS_API_KEY, ⟪token-sent-to-client⟫
  })),
});
