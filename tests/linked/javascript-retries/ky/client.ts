import ky from 'ky';
export const eager = ky.create({
  prefixUrl: 'https://api.sealmetrics.com/v1',
  headers: { Authorization: `Bearer ${process.env.SEALMETRICS_TOKEN}` },
  retry: { limit: 4, statusCodes: [403, 429], delay: (n) => 0.3 * 2 ** n * 1000 }, ⟪retry-on-auth-error⟫
});
export const hasty = ky.extend({
  prefixUrl: 'https://api.sealmetrics.com/v1',
  headers: { Authorization: `Bearer ${process.env.SEALMETRICS_TOKEN}` },
  retry: {
    limit: 10,
    delay: () => 50, ⟪retry-without-backoff⟫
  },
});
export const calm = ky.create({
  prefixUrl: 'https://api.sealmetrics.com/v1',
  headers: { Authorization: `Bearer ${process.env.SEALMETRICS_TOKEN}` },
  retry: 5,
});
