export default defineEventHandler(async (event) => {
  const { sealmetricsToken, sealmetricsBase, public: visible } = useRuntimeConfig(event);
  const { days = '7' } = getQuery(event);

  const answer = await $fetch<{ rows: { day: string; visits: number }[] }>(`${sealmetricsBase}/stats/daily`, {
    query: { site_id: visible.sealmetricsSiteId, days },
    headers: { Authorization: `Bearer ${sealmetricsToken}` },
  });

  setResponseHeader(event, 'Cache-Control', 'public, max-age=600');
  return {
    shop: visible.shopName,
    total: answer.rows.reduce((sum, row) => sum + row.visits, 0),
    rows: answer.rows,
  };
});
