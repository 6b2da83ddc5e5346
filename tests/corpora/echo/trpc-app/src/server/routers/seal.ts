import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { env } from '../../env.mjs';
import { createTRPCRouter, protectedProcedure } from '../trpc';

const API = 'https://api.sealmetrics.com/v1';
const SEAL_AUTH = `Bearer ${env.SEALMETRICS_API_TOKEN}`;

async function get<T>(path: string): Promise<T> {
  const res = await fetch(`${API}${path}`, {
    headers: {
      Accept: 'application/json',
      Authorization: `Bearer ${SEAL_AUTH}`, ⟪duplicate-scheme⟫
    },
  });
  if (!res.ok) {
    throw new TRPCError({ code: 'BAD_GATEWAY', message: `analytics answered ${res.status}` });
  }
  return (await res.json()) as T;
}

export const sealRouter = createTRPCRouter({
  pages: protectedProcedure
    .input(z.object({ site: z.string(), days: z.number().int().max(90) }))
    .query(({ input }) => get<{ rows: unknown[] }>(`/stats/pages?site_id=${input.site}&days=${input.days}`)),
  sites: protectedProcedure.query(() => get<{ items: { id: string; name: string }[] }>('/sites')),
});
