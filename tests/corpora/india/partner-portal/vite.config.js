import { defineConfig } from 'vite';
import react from '@vitejs/plugin-react';
import pkg from './package.json' with { type: 'json' };

export default defineConfig({
  plugins: [react()],
  define: {
    __APP_VERSION__: JSON.stringify(pkg.version),
    __SEALMETRICS_SITE__: JSON.stringify(process.env.SEALMETRICS_SITE_ID),
    __SEALMETRICS_KEY__: JSON.stringify(process.env.SEALMETRICS_API_KEY), ⟪public-env-token⟫
  },
  build: {
    outDir: 'dist',
    target: 'es2020',
  },
});
