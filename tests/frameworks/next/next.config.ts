import type { NextConfig } from 'next';

const nextConfig: NextConfig = {
  reactStrictMode: true,
  env: {
    SEALMETRICS_API_TOKEN: process.env.SEALMETRICS_API_TOKEN, ⟪public-env-token⟫
    SEALMETRICS_SITE_ID: process.env.SEALMETRICS_SITE_ID,
  },
  async rewrites() {
    return [{ source: '/seal/:path*', destination: 'https://my.sealmetrics.com/api/v1/:path*' }];
  },
  async headers() {
    return [
      {
        source: '/(.*)',
        headers: [
          { key: 'X-Frame-Options', value: 'DENY' },
        ],
      },
    ];
  },
};

export default nextConfig;
