export type Headers = Record<string, string>;

export function bearer(token: string): Headers {
  return { Authorization: `Bearer ${token}`, Accept: 'application/json' };
}

export const apiKey = (key: string): Headers => ({ 'X-API-Key': key, Accept: 'application/json' });
