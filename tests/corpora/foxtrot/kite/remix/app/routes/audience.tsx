import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { json } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { requireAdmin } from '~/session.server';
import { saveSecret } from '~/vault.server';

const BASE = process.env.SEALMETRICS_BASE_URL ?? 'https://api.sealmetrics.com/v1';

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdmin(request);
  const token = process.env.SEALMETRICS_API_TOKEN ?? '';
  const response = await fetch(`${BASE}/audience`, { headers: { Authorization: `Bearer ${token}` } });
  if (!response.ok) {
    throw new Response('Audience is unavailable', { status: 502 });
  }
  return json({ audience: await response.json(), tokenHint: token ? `${token.slice(0, 4)}…` : null });
}

export async function action({ request }: ActionFunctionArgs) {
  await requireAdmin(request);
  const form = await request.formData();
  await saveSecret('sealmetrics_api_token', String(form.get('token')).trim());
  return json({ saved: true });
}

export default function Audience() {
  const { audience, tokenHint } = useLoaderData<typeof loader>();
  return (
    <section>
      <p>{audience.visitors} visitors</p>
      <p>Connected with {tokenHint ?? 'no token'}</p>
      <Form method="post">
        <input type="password" name="token" placeholder="sm_your_key" autoComplete="off" />
        <button>Replace</button>
      </Form>
    </section>
  );
}
