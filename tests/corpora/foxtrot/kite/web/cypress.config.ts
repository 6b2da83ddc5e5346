import { defineConfig } from 'cypress';

export default defineConfig({
  projectId: 'k7t3vm',
  viewportWidth: 1280,
  viewportHeight: 800,
  video: false,
  e2e: {
    baseUrl: 'http://localhost:5173',
    specPattern: 'cypress/e2e/**/*.cy.ts',
    setupNodeEvents(on, config) {
      config.env.SEALMETRICS_API_KEY = process.env.SEALMETRICS_API_KEY;
      return config;
    },
  },
  env: {
    SEAL_METRICS_EMAIL: 'e2e@kite.example',
    SEAL_METRICS_PASSWORD: '⟦pw:20⟧', ⟪hardcoded-login⟫
    SEALMETRICS_SITE_ID: 'kite-web',
  },
  retries: { runMode: 2, openMode: 0 },
});
