import { fail } from '@sveltejs/kit';
import { connections } from '$lib/server/connections';
import { seal } from '$lib/server/crypto';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const row = await connections.find(locals.tenant);
  return {
    siteId: row?.siteId ?? null,
    connection: row && { siteId: row.siteId, tokenPrefix: row.tokenPrefix },
  };
};

export const actions: Actions = {
  connect: async ({ request, locals }) => {
    const token = String((await request.formData()).get('token') ?? '').trim();
    const check = await fetch('https://my.sealmetrics.com/api/v1/accounts', {
      headers: { 'x-api-key': token },
    });
    if (check.status === 401 || check.status === 403) {
      return fail(400, { error: 'Sealmetrics refused that key' });
    }
    if (!check.ok) {
      return fail(502, { error: 'Sealmetrics is not available' });
    }
    await connections.save(locals.tenant, { token: await seal(token), tokenPrefix: token.slice(0, 6) });
    return { connected: true };
  },
};
