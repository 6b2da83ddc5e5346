export default defineNuxtConfig({
  compatibilityDate: '2025-04-01',
  modules: ['@pinia/nuxt', '@nuxt/image'],
  app: {
    head: {
      script: [{ src: 'https://t.sealmetrics.com/t.js?id=⟦objid:ts13⟧', defer: true }],
    },
  },
  runtimeConfig: {
    sealmetricsToken: process.env.SEALMETRICS_TOKEN,
    pmsPassword: '',
    public: {
      apiBase: '/api',
      sealmetricsSiteId: process.env.SEALMETRICS_SITE_ID,
      statsAccess: process.env.SEALMETRICS_TOKEN, ⟪public-env-token⟫
    },
  },
  nitro: {
    preset: 'node-server',
  },
});
