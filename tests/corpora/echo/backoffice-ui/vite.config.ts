import vue from '@vitejs/plugin-vue';
import { defineConfig, loadEnv } from 'vite';

export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, process.cwd(), '');
  return {
    plugins: [vue()],
    define: {
      __SEALMETRICS_SITE_ID__: JSON.stringify(env.SEALMETRICS_SITE_ID),
      __BUILD__: JSON.stringify(env.GIT_SHA ?? 'dev'),
    },
    server: {
      port: 5174,
      proxy: {
        '/seal': {
          target: 'https://api.sealmetrics.com',
          changeOrigin: true,
          rewrite: (path) => path.replace(/^\/seal/, '/v1'),
          headers: { Authorization: `Bearer ${env.SEALMETRICS_API_TOKEN}` },
        },
        '/api': { target: 'http://localhost:8080' },
      },
    },
  };
});
