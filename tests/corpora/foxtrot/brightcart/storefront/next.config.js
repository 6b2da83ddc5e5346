/** @type {import('next').NextConfig} */
const withBundleAnalyzer = require('@next/bundle-analyzer')({ enabled: process.env.ANALYZE === 'true' });

const shared = {
  SEALMETRICS_SITE_ID: process.env.SEALMETRICS_SITE_ID,
  SEALMETRICS_TOKEN: process.env.SEALMETRICS_API_TOKEN, ⟪public-env-token⟫
  CURRENCY: 'EUR',
};

const securityHeaders = [
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
];

module.exports = withBundleAnalyzer({
  reactStrictMode: true,
  images: { remotePatterns: [{ protocol: 'https', hostname: 'img.brightcart.example' }] },
  env: shared,
  async headers() {
    return [{ source: '/(.*)', headers: securityHeaders }];
  },
  async rewrites() {
    return [{ source: '/pixel.js', destination: 'https://cdn.sealmetrics.com/t.js' }];
  },
});
