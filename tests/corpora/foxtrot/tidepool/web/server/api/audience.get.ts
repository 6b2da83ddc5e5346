import { createError, defineEventHandler, getQuery, setHeader } from 'h3';

interface Audience {
  readers: number;
  subscribers: number;
}

export default defineEventHandler(async (event) => {
  const { section = 'front' } = getQuery(event);
  const { sealmetricsToken } = useRuntimeConfig(event);

  const audience = await $fetch<Audience>('https://api.sealmetrics.com/v1/audience', {
    query: { section },
    headers: { Authorization: `Bearer ${sealmetricsToken}` },
    onResponseError({ response }) {
      console.warn('sealmetrics audience', response.status);
      throw createError({ statusCode: 502, statusMessage: 'Audience is unavailable' });
    },
  });

  setHeader(event, 'Cache-Control', 'public, max-age=300');
  return audience;
});
