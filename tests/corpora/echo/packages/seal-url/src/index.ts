const HOSTS = new Set(['api.sealmetrics.com', 'my.sealmetrics.com', 'app.sealmetrics.com']);

export class InsecureUrlError extends Error {}

/** Makes `https://api.sealmetrics.com/...` of whatever a customer typed; `http://` is upgraded. */
export function normalise(input: string): URL {
  const text = input.trim().replace(/^http:\/\//, 'https://');
  const url = new URL(text.includes('://') ? text : `https://${text}`);
  if (url.protocol !== 'https:') throw new InsecureUrlError(`${url.protocol} is not supported`);
  return url;
}

export function isSealHost(url: URL): boolean {
  return HOSTS.has(url.hostname);
}

export function assertSecure(base: string): void {
  if (base.startsWith('http://') && !base.startsWith('http://localhost')) {
    throw new InsecureUrlError('Use https:// for the analytics API');
  }
}

export function describe(token: string): string {
  return token.startsWith('sm_') ? 'API key' : token.startsWith('eyJ') ? 'JWT' : 'API token';
}

export const COOKIES = { access: 'sm_access_token', refresh: 'sm_refresh_token' } as const;

export function authorization(token: string): string {
  return /^bearer /i.test(token) ? token : `Bearer ${token}`;
}
