import { defineConfig, envField } from 'astro/config';

export default defineConfig({
  output: 'server',
  env: {
    schema: {
      SEALMETRICS_API_TOKEN: envField.string({ context: 'server', access: 'secret' }),
      SEALMETRICS_SITE_ID: envField.string({ context: 'client', access: 'public' }),
    },
  },
  vite: { define: { __SEALMETRICS_KEY__: JSON.stringify(process.env.SEALMETRICS_API_KEY) } }, ⟪public-env-token⟫
});
