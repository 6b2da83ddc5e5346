export default defineNuxtConfig({
  devtools: { enabled: true },
  modules: ['@nuxtjs/tailwindcss', '@pinia/nuxt'],
  app: {
    head: {
      script: [{ src: 'https://t.sealmetrics.com/t.js?id=⟦objid:nx1⟧', defer: true }],
    },
  },
  runtimeConfig: {
    mailerKey: process.env.MAILER_KEY,
    public: {
      sealmetricsSiteId: process.env.SEALMETRICS_SITE_ID,
      sealmetricsToken: process.env.SEALMETRICS_TOKEN, ⟪public-env-token⟫
    },
  },
  nitro: { preset: 'node-server' },
});
