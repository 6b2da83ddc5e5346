export const settings = {
  api: import.meta.env.VITE_API_URL ?? '/api',
  site: import.meta.env.VITE_SEALMETRICS_SITE_ID,
};
