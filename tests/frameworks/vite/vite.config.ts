import { defineConfig, loadEnv } from 'vite';
import react from '@vitejs/plugin-react';

export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, process.cwd(), '');
  return {
    plugins: [react()],
    define: {
      __SITE__: JSON.stringify(env.SEALMETRICS_SITE_ID),
      __SEAL_TOKEN__: JSON.stringify(env.SEALMETRICS_API_TOKEN), ⟪public-env-token⟫
      'import.meta.env.SEALMETRICS_API_KEY': JSON.stringify(process.env.SEALMETRICS_API_KEY), ⟪public-env-token⟫
    },
    server: {
      proxy: {
        '/seal': {
          target: 'https://my.sealmetrics.com/api/v1',
          changeOrigin: true,
          headers: { Authorization: `Bearer ${env.SEALMETRICS_API_TOKEN}` },
          rewrite: (path) => path.replace(/^\/seal/, ''),
        },
      },
    },
  };
});
