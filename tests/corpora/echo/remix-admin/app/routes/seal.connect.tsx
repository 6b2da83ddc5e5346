import { json, redirect, type ActionFunctionArgs } from '@remix-run/node';
import { Form, useActionData } from '@remix-run/react';
import { vault } from '~/services/vault.server';
import { requireUser } from '~/services/session.server';

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const form = await request.formData();
  const sealmetricsToken = String(form.get('token')).trim();

  const res = await fetch('https://api.sealmetrics.com/v1/accounts', {
    headers: { Authorization: `Bearer ${sealmetricsToken}`, Accept: 'application/json' },
  });
  if (!res.ok) {
    return json({ error: `The token was refused (${res.status})`, hint: `${sealmetricsToken.slice(0, 4)}…` }, { status: 400 });
  }
  await vault.put(`seal/${user.id}`, sealmetricsToken);
  return redirect('/reports/campaigns');
}

export default function Connect() {
  const data = useActionData<typeof action>();
  return (
    <Form method="post">
      <label>
        API token <input name="token" type="password" placeholder="sm_your_key" autoComplete="off" required />
      </label>
      {data?.error ? <p role="alert">{data.error}</p> : null}
      <button>Connect</button>
    </Form>
  );
}
