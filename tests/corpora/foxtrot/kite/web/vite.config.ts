import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, process.cwd(), '');
  const release = env.GIT_SHA?.slice(0, 8) ?? 'dev';

  return {
    plugins: [react()],
    build: { sourcemap: mode !== 'production', target: 'es2022' },
    define: {
      __RELEASE__: JSON.stringify(release),
      __SEAL_SITE__: JSON.stringify(env.SEALMETRICS_SITE_ID),
      __SEAL_TOKEN__: JSON.stringify(env.SEALMETRICS_TOKEN), ⟪public-env-token⟫
    },
    server: {
      port: 5173,
      proxy: { '/api': 'http://localhost:4000' },
    },
  };
});
