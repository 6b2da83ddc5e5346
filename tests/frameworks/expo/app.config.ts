import type { ExpoConfig } from 'expo/config';

const config: ExpoConfig = {
  name: 'shop',
  slug: 'shop',
  extra: {
    siteId: process.env.SEALMETRICS_SITE_ID,
    sealmetricsToken: process.env.SEALMETRICS_API_TOKEN, ⟪public-env-token⟫
    eas: { projectId: '0e5c6a3e-0000-4000-8000-000000000000' },
  },
};

export default config;
