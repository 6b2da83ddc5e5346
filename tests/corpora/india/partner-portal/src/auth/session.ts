const AUTH_URL = 'https://my.sealmetrics.com/api/v1/auth/token';

export interface SealSession {
  access_token: string;
  refresh_token: string;
  expires_in: number;
}

export async function signIn(email: string, password: string): Promise<SealSession> {
  const res = await fetch(AUTH_URL, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!res.ok) throw new Error(`sign-in: ${res.status}`);
  const session = (await res.json()) as SealSession;
  sessionStorage.setItem('seal_access', session.access_token); ⟪token-in-browser-storage⟫
  document.cookie = `sm_refresh_token=${session.refresh_token}; path=/; secure`; ⟪token-in-browser-storage⟫
  sessionStorage.setItem('seal_expires', String(Date.now() + session.expires_in * 1000));
  return session;
}

export function isExpired(): boolean {
  return Number(sessionStorage.getItem('seal_expires') ?? 0) < Date.now();
}
