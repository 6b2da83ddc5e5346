/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  env: {
    RELEASE: process.env.GIT_SHA ?? 'dev',
    SEAL_SITE_ID: process.env.SEALMETRICS_SITE_ID ?? 'orchid',
  },
  async headers() {
    return [
      {
        source: '/:path*',
        headers: [
          {
            key: 'Content-Security-Policy',
            value: "script-src 'self' https://t.sealmetrics.com; connect-src 'self' https://t.sealmetrics.com",
          },
        ],
      },
    ];
  },
};
