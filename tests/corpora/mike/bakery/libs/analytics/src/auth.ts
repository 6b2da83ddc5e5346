const SCHEME = 'Bearer';

export function bearer(token: string): { Authorization: string } {
  if (/\s/.test(token) || token.startsWith(SCHEME)) {
    throw new TypeError('give the bare token, without scheme and white space');
  }
  return { Authorization: `${SCHEME} ${token}` };
}

export const mask = (token: string): string => (token.length > 12 ? `${token.slice(0, 4)}…${token.slice(-2)}` : '***');
