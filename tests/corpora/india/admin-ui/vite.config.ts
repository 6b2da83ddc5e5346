import { defineConfig, loadEnv } from 'vite';
import vue from '@vitejs/plugin-vue';

export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, process.cwd());
  return {
    plugins: [vue()],
    server: {
      port: 5173,
      proxy: {
        '/sealmetrics': {
          target: 'https://my.sealmetrics.com/api/v1',
          changeOrigin: true,
          rewrite: (path) => path.replace(/^\/sealmetrics/, ''),
          headers: { 'X-API-Key': env.VITE_SEALMETRICS_API_KEY },
        },
      },
    },
    build: { sourcemap: false },
  };
});
