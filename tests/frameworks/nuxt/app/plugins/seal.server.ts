export default defineNuxtPlugin(async () => {
  const { sealmetricsToken } = useRuntimeConfig();
  const accounts = await $fetch('https://my.sealmetrics.com/api/v1/accounts', { headers: { Authorization: `Bearer ${sealmetricsToken}` } });
  return { provide: { accounts } };
});
