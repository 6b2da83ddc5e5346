import { defineConfig, loadEnv } from 'vite';

export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, process.cwd(), '');
  return {
    server: {
      proxy: {
        '/seal': {
          target: 'https://my.sealmetrics.com/api/v1',
          changeOrigin: true,
          rewrite: (path) => path.replace(/^\/seal/, ''),
          headers: { Authorization: `Bearer ${env.SEALMETRICS_API_TOKEN}` },
        },
      },
    },
  };
});
