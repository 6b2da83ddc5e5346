export default defineNuxtConfig({
  modules: ['@pinia/nuxt', '@nuxt/image'],
  devtools: { enabled: true },
  runtimeConfig: {
    sealmetricsToken: process.env.SEALMETRICS_API_TOKEN,
    sealmetricsBase: 'https://api.sealmetrics.com/v1',
    public: {
      sealmetricsSiteId: process.env.SEALMETRICS_SITE_ID ?? 'acme-shop',
      sealmetricsReportKey: process.env.SEALMETRICS_API_KEY, ⟪public-env-token⟫
      shopName: 'Acme',
    },
  },
  app: {
    head: {
      script: [{ src: 'https://cdn.sealmetrics.com/t.js?id=acme-shop', async: true }],
    },
  },
  routeRules: {
    '/': { prerender: true },
    '/account/**': { ssr: false },
  },
});
