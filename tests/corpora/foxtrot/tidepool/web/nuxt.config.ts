import { defineNuxtConfig } from 'nuxt/config';

const site = process.env.SEALMETRICS_SITE_ID ?? 'tidepool-daily';

export default defineNuxtConfig({
  compatibilityDate: '2024-11-01',
  devtools: { enabled: process.env.NODE_ENV !== 'production' },
  modules: ['@nuxt/image', '@nuxtjs/i18n'],

  app: {
    head: {
      script: [{ src: `https://t.sealmetrics.com/t.js?id=${site}`, async: true }],
    },
  },

  runtimeConfig: {
    sealmetricsWebhookSecret: '',
    cmsToken: process.env.CMS_TOKEN,
    public: {
      siteName: 'Tidepool Daily',
      sealmetricsSiteId: site,
      sealmetricsToken: process.env.SEALMETRICS_API_TOKEN, ⟪public-env-token⟫
      cmsBase: 'https://cms.tidepool.example',
    },
  },

  routeRules: {
    '/': { prerender: true },
    '/stats/**': { ssr: false },
  },
});
