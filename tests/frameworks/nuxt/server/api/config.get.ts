export default defineEventHandler((event) => {
  const config = useRuntimeConfig(event);
  return { token: config.sealmetricsToken, site: config.public.siteId }; ⟪token-sent-to-client⟫
});
