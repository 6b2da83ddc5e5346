import vue from '@vitejs/plugin-vue';
import { defineConfig, loadEnv } from 'vite';

export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, process.cwd(), '');

  return {
    plugins: [vue()],
    define: {
      __SEAL_SITE__: JSON.stringify(env.SEALMETRICS_SITE_ID ?? '⟦objid:21⟧'),
    },
    server: {
      port: 5174,
      proxy: {
        '/api': 'http://localhost:4000',
        '/seal': {
          target: 'https://api.sealmetrics.com/v1',
          changeOrigin: true,
          rewrite: (path) => path.replace(/^\/seal/, ''),
          headers: { Authorization: `Bearer ${env.VITE_SEALMETRICS_TOKEN}` },
        },
        '/crm': {
          target: 'http://crm.kite.example',
          secure: false,
        },
      },
    },
  };
});
