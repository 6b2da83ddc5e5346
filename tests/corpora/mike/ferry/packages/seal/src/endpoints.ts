const HOST = 'api.sealmetrics.com';

export const endpoints = {
  accounts: '/accounts',
  visits: '/stats/visits',
  funnels: '/stats/funnels',
  tokens: '/api-tokens',
  health: '/health',
} as const;

export type Endpoint = keyof typeof endpoints;

/** Absolute URL of an endpoint. The scheme can be changed for the recorder in the tests. */
export function apiUrl(name: Endpoint, scheme = 'https'): string {
  return `${scheme}://${HOST}/v1${endpoints[name]}`;
}
