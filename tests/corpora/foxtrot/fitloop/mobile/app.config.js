const version = require('./package.json').version;

const site = process.env.SEALMETRICS_SITE_ID || 'fitloop-app';

module.exports = ({ config }) => ({
  ...config,
  name: 'Fitloop',
  slug: 'fitloop',
  version,
  orientation: 'portrait',
  icon: './assets/icon.png',
  ios: { bundleIdentifier: 'app.fitloop', supportsTablet: false },
  android: { package: 'app.fitloop', versionCode: 77 },
  plugins: ['expo-secure-store', 'expo-localization'],
  extra: {
    eas: { projectId: '⟦uuid:30⟧' },
    api: 'https://api.fitloop.example',
    sealmetricsSite: site,
    sealmetricsApiKey: process.env.SEALMETRICS_API_KEY, ⟪public-env-token⟫
  },
});
