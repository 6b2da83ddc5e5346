export default defineNuxtConfig({
  compatibilityDate: '2025-07-15',
  content: { documentDriven: true },
  runtimeConfig: {
    sealmetricsToken: '',
    public: {
      sealmetricsBaseUrl: 'https://api.sealmetrics.com/v1',
      sealmetricsAccountId: 'acme-docs',
      algolia: { appId: 'QX7P2N1B0C', searchKey: '⟦hex:alg1⟧' },
    },
  },
});
