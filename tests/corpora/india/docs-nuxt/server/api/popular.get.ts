export default defineCachedEventHandler(
  async (event) => {
    const { sealmetricsToken, public: pub } = useRuntimeConfig(event);
    const { limit = '10' } = getQuery(event);

    try {
      return await $fetch(`${pub.sealmetricsBaseUrl}/sites/${pub.sealmetricsAccountId}/pages`, {
        headers: { Authorization: `Bearer ${sealmetricsToken}` },
        query: { limit },
        retry: 2,
        retryDelay: 1500,
        retryStatusCodes: [429, 502, 503, 504],
      });
    } catch (err: any) {
      console.warn('[popular] sealmetrics', err?.response?.status ?? err.message);
      throw createError({ statusCode: 502, statusMessage: 'Analytics unavailable' });
    }
  },
  { maxAge: 600, name: 'popular' },
);
