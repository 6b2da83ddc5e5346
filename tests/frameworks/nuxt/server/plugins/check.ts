export default defineNitroPlugin(() => {
  const { sealmetricsToken } = useRuntimeConfig();
  if (!sealmetricsToken) console.warn('NUXT_SEALMETRICS_TOKEN is not set');
});
