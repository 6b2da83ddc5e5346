export const settings = Object.freeze({
  site: process.env.SEALMETRICS_SITE_ID ?? 'transit-arrivals',
  base: process.env.SEALMETRICS_BASE_URL ?? 'https://my.sealmetrics.com/api/v1',
  token: process.env.SEALMETRICS_API_TOKEN,
  again: {
    limit: 5,
    methods: ['GET'],
    statusCodes: [401, 403, 429, 500, 502, 503, 504], ⟪retry-on-auth-error⟫
  },
  gtfs: 'http://gtfs.transit.lan/rt',
});
