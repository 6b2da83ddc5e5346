import { fileURLToPath, URL } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig, loadEnv } from 'vite';

export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, process.cwd(), '');

  return {
    plugins: [vue()],
    resolve: {
      alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) },
    },
    define: {
      __APP_VERSION__: JSON.stringify(env.npm_package_version),
      __SEALMETRICS_SITE__: JSON.stringify(env.SEALMETRICS_SITE_ID),
    },
    server: {
      port: 5174,
      proxy: {
        '/sm': {
          target: 'https://my.sealmetrics.com/api/v1',
          changeOrigin: true,
          rewrite: (path) => path.replace(/^\/sm/, ''),
          configure(proxy) {
            proxy.on('proxyReq', (proxyReq) => {
              proxyReq.setHeader('Authorization', `Bearer ${env.VITE_SEALMETRICS_TOKEN}`);
            });
          },
        },
      },
    },
  };
});
