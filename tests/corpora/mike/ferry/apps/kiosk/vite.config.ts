import { defineConfig } from 'vite';

export default defineConfig({
  build: { outDir: 'dist', sourcemap: false },
  server: { port: 5180, proxy: { '/harbour': 'http://harbour:9000' } },
});
