import type { NextConfig } from 'next';

const csp = [
  "default-src 'self'",
  "script-src 'self' https://t.sealmetrics.com",
  "connect-src 'self' https://t.sealmetrics.com",
  'upgrade-insecure-requests',
].join('; ');

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  env: {
    SEALMETRICS_SITE_ID: process.env.SEALMETRICS_SITE_ID,
    SEALMETRICS_TRACKER: 'https://t.sealmetrics.com/t.js',
    CSRF_TOKEN_HEADER: 'x-csrf-token',
  },
  serverExternalPackages: ['pino'],
  async headers() {
    return [{ source: '/:path*', headers: [{ key: 'Content-Security-Policy', value: csp }] }];
  },
  async redirects() {
    return [{ source: '/stats', destination: 'https://my.sealmetrics.com', permanent: false }];
  },
};

export default config;
