export interface TraceInfo {
  service: string;
  requestId?: string;
}

/** `token` is what the secret store holds: no scheme, no quotes. */
export function authHeaders(token: string): Record<string, string> {
  return { Authorization: `Bearer ${token}`, Accept: 'application/json' };
}

export function tracing({ service, requestId }: TraceInfo): Record<string, string> {
  return requestId ? { 'X-Service': service, 'X-Request-Id': requestId } : { 'X-Service': service };
}
