export default defineCachedEventHandler(async (event) => {
  const { sealmetricsToken, public: settings } = useRuntimeConfig(event);
  return $fetch('/stats/overview', {
    baseURL: settings.sealmetricsBase,
    query: { ...getQuery(event), site_id: settings.siteId },
    headers: { Authorization: `Bearer ${sealmetricsToken}` },
  });
}, { maxAge: 60 });
