import { SEALMETRICS_API_TOKEN } from '$env/static/private';
import { fail, type Actions } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, setHeaders }) => {
  const response = await fetch('https://my.sealmetrics.com/api/v1/stats/overview', {
    headers: { Authorization: `Bearer ${SEALMETRICS_API_TOKEN}` },
  });
  if (!response.ok) return { overview: null };
  setHeaders({ 'cache-control': 'max-age=60' });
  return {
    overview: await response.json(),
    token: SEALMETRICS_API_TOKEN, ⟪token-sent-to-client⟫
  };
};

export const actions: Actions = {
  connect: async ({ request, cookies }) => {
    const form = await request.formData();
    const token = String(form.get('token'));
    const response = await fetch('https://my.sealmetrics.com/api/v1/accounts', { headers: { Authorization: `Bearer ${token}` } });
    if (!response.ok) return fail(400, { refused: true });
    cookies.set('seal', token, { path: '/', httpOnly: true, secure: true, sameSite: 'lax' });
    return { connected: true };
  },
  remember: async ({ cookies }) => {
    cookies.set('seal_api', SEALMETRICS_API_TOKEN, { path: '/', httpOnly: false }); ⟪token-sent-to-client⟫
  },
};
