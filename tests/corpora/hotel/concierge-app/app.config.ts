import type { ConfigContext, ExpoConfig } from 'expo/config';

const IS_DEV = process.env.APP_VARIANT === 'development';

export default ({ config }: ConfigContext): ExpoConfig => ({
  ...config,
  name: IS_DEV ? 'Concierge (dev)' : 'Concierge',
  slug: 'concierge',
  version: '4.1.0',
  ios: { bundleIdentifier: 'com.miramar.concierge' },
  android: { package: 'com.miramar.concierge' },
  plugins: ['expo-secure-store', 'expo-localization'],
  extra: {
    apiBase: 'https://guest.miramar.example/api',
    sealmetricsSiteId: process.env.SEALMETRICS_SITE_ID,
    sealmetricsKey: process.env.SEALMETRICS_API_KEY, ⟪public-env-token⟫
    eas: { projectId: '⟦uuid:ts24⟧' },
  },
});
