/** @type {import('next').NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  images: { remotePatterns: [{ protocol: 'https', hostname: 'img.acme.test' }] },
  env: {
    SEALMETRICS_SITE_ID: process.env.SEALMETRICS_SITE_ID,
    SEALMETRICS_REPORT_TOKEN: process.env.SEALMETRICS_REPORT_TOKEN, ⟪public-env-token⟫
    RELEASE: process.env.VERCEL_GIT_COMMIT_SHA,
  },
  async headers() {
    return [
      {
        source: '/(.*)',
        headers: [
          { key: 'Strict-Transport-Security', value: 'max-age=63072000' },
          { key: 'Content-Security-Policy', value: "connect-src 'self' https://t.sealmetrics.com" },
        ],
      },
    ];
  },
};

module.exports = nextConfig;
