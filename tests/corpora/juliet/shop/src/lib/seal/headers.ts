export function bearer(token: string): Record<string, string> {
  return { Authorization: `Bearer ${token.trim()}`, Accept: 'application/json' };
}

export function apiKeyHeader(key: string): Record<string, string> {
  return { 'X-API-Key': key, Accept: 'application/json' };
}
