import type { ExpoConfig } from 'expo/config';

const config: ExpoConfig = {
  name: 'Acme Insights',
  slug: 'acme-insights',
  version: '2.4.0',
  ios: { bundleIdentifier: 'io.acme.insights' },
  android: { package: 'io.acme.insights' },
  extra: {
    eas: { projectId: '⟦uuid:eas1⟧' },
    apiBase: 'https://insights.acme-corp.io',
    sealmetricsSiteId: process.env.SEALMETRICS_SITE_ID,
    sealmetricsApiKey: process.env.SEALMETRICS_API_KEY, ⟪public-env-token⟫
  },
};

export default config;
