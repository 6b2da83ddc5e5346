export const sealmetrics = $fetch.create({
  baseURL: 'https://my.sealmetrics.com/api/v1',
  onRequest({ options }) {
    options.headers.set('Authorization', `Bearer ${useRuntimeConfig().sealmetricsToken}`);
  },
});
