export default defineNuxtPlugin((app) => {
  const seal = $fetch.create({
    baseURL: 'https://my.sealmetrics.com/api/v1',
    headers: { Authorization: `Bearer ${useRuntimeConfig().public.sealmetricsKey}` }, ⟪authorized-call-from-client⟫
  });
  app.provide('seal', seal);
});
