export const settings = {
  site: import.meta.env.VITE_SEALMETRICS_SITE_ID ?? 'ferry-kiosk',
  token: import.meta.env.VITE_SEALMETRICS_TOKEN as string, ⟪public-env-token⟫
  refreshSeconds: 90,
};
