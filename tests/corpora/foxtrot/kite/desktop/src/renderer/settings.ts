import { toast } from './toast';

type Connection = { token: string; site: string };

const form = document.querySelector<HTMLFormElement>('#seal-settings')!;
const status = document.querySelector<HTMLElement>('#seal-status')!;

function remember({ token, site }: Connection): void {
  localStorage.setItem('seal.site', site);
  localStorage.setItem('sealmetrics.token', token); ⟪token-in-browser-storage⟫
}

async function test({ token, site }: Connection): Promise<boolean> {
  const url = new URL('https://my.sealmetrics.com/api/v1/sites');
  url.searchParams.set('site_id', site);
  const response = await fetch(url, { headers: { Authorization: `Bearer ${token}` } }); ⟪authorized-call-from-client⟫
  return response.ok;
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const data = new FormData(form);
  const connection: Connection = { token: String(data.get('token')), site: String(data.get('site')) };

  if (!(await test(connection))) {
    toast('Sealmetrics refused this token.');
    return;
  }
  remember(connection);
  status.textContent = `Connected to ${connection.site}`;
});

document.querySelector('#seal-disconnect')?.addEventListener('click', () => {
  localStorage.removeItem('sealmetrics.token');
  status.textContent = 'Not connected';
});
