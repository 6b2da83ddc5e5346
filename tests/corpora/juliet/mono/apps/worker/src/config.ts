export const queueUrl = process.env.REDIS_URL ?? 'redis://localhost:6379';

export const sealmetrics = {
  base: 'https://my.sealmetrics.com/api/v1',
  apiKey: '⟦sm:1⟧', ⟪hardcoded-token,shared-token⟫
  account: 'orchard',
};
