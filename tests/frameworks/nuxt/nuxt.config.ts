export default defineNuxtConfig({
  compatibilityDate: '2026-07-15',
  devtools: { enabled: true },
  modules: ['@pinia/nuxt'],
  runtimeConfig: {
    sealmetricsToken: process.env.SEALMETRICS_API_TOKEN,
    public: {
      siteId: process.env.SEALMETRICS_SITE_ID,
      sealmetricsBase: 'https://my.sealmetrics.com/api/v1',
      sealmetricsKey: process.env.SEALMETRICS_API_KEY, ⟪public-env-token⟫
    },
  },
  routeRules: {
    '/seal/**': { proxy: { to: 'https://my.sealmetrics.com/api/v1/**', headers: { Authorization: `Bearer ${process.env.SEALMETRICS_API_TOKEN}` } } },
  },
  app: {
    head: { script: [{ src: 'https://t.sealmetrics.com/t.js?id=acme-corp', async: true }] },
  },
  vite: {
    define: { __SEALMETRICS_TOKEN__: JSON.stringify(process.env.SEALMETRICS_API_TOKEN) }, ⟪public-env-token⟫
  },
});
