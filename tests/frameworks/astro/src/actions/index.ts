import { defineAction } from 'astro:actions';
import { z } from 'astro:schema';

export const server = {
  goals: defineAction({
    input: z.object({ range: z.string() }),
    handler: async ({ range }) => {
      const response = await fetch(`https://my.sealmetrics.com/api/v1/goals?range=${range}`, {
        headers: { Authorization: `Bearer ${import.meta.env.SEALMETRICS_API_TOKEN}` },
      });
      if (!response.ok) throw new Error('no goals');
      return response.json();
    },
  }),
};
