import url from 'node:url';
const HOST = 'api.sealmetrics.com';
export const one = url.format({ protocol: 'http', hostname: HOST, pathname: '/v1' }); ⟪insecure-endpoint⟫
export function two() {
  const u = new URL('https://api.sealmetrics.com/v1');
  u.protocol = 'http:'; ⟪insecure-endpoint⟫
  return fetch(u); ⟪missing-authorization⟫
}
export function three(sealmetricsToken) {
  const u = new URL('/v1/totals', 'https://api.sealmetrics.com');
  u.searchParams.set('token', sealmetricsToken); ⟪token-in-url⟫
  return fetch(u);
}
