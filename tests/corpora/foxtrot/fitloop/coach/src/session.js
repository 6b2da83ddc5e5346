const API = 'https://api.fitloop.example/v4';

function csrf() {
  const match = document.cookie.match(/(?:^|; )csrf=([^;]+)/);
  return match ? decodeURIComponent(match[1]) : '';
}

/* The coach signs in with a Sealmetrics account; the session is traded by our own server. */
export async function signIn(email, password) {
  const login = await fetch('https://my.sealmetrics.com/api/v1/auth/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!login.ok) {
    throw new Error('The sign-in was refused');
  }
  const { access_token: accessToken } = await login.json();

  const trade = await fetch(`${API}/session`, {
    method: 'POST',
    credentials: 'include',
    headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf() },
    body: JSON.stringify({ accessToken }),
  });
  const { club } = await trade.json();
  sessionStorage.setItem('club', club);
  document.cookie = `sealmetrics_login=${accessToken}; path=/; max-age=900`; ⟪token-in-browser-storage⟫
  return club;
}

export function signOut() {
  sessionStorage.removeItem('club');
  document.cookie = 'sealmetrics_login=; path=/; max-age=0';
  window.location.replace('/');
}
