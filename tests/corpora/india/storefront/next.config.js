/** @type {import('next').NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  images: { domains: ['cdn.acme-corp.io'] },
  env: {
    SEALMETRICS_SITE_ID: process.env.SEALMETRICS_SITE_ID,
    SEALMETRICS_BASE_URL: 'https://api.sealmetrics.com/v1',
    SEALMETRICS_API_TOKEN: process.env.SEALMETRICS_API_TOKEN, ⟪public-env-token⟫
    BUILD_ID: process.env.GITHUB_SHA,
  },
  async rewrites() {
    return [{ source: '/sm.js', destination: 'https://t.sealmetrics.com/t.js' }];
  },
};

module.exports = nextConfig;
