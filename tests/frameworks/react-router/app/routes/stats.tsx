import { useState } from 'react';
import { Form, data, useLoaderData } from 'react-router';
import type { Route } from './+types/stats';
import { seal } from '../seal.server';

export async function loader({ request }: Route.LoaderArgs) {
  const range = new URL(request.url).searchParams.get('range') ?? '7d';
  const response = await fetch(`https://my.sealmetrics.com/api/v1/stats/visits?range=${range}`, {
    headers: { Authorization: `Bearer ${process.env.SEALMETRICS_API_TOKEN}` },
  });
  if (!response.ok) throw data(null, { status: 502 });
  return { visits: await response.json(), overview: await seal('stats/overview') };
}

export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  const token = String(form.get('token'));
  const response = await fetch('https://my.sealmetrics.com/api/v1/accounts', { headers: { Authorization: `Bearer ${token}` } });
  return { ok: response.ok };
}

export default function Stats({ loaderData }: Route.ComponentProps) {
  const [open, setOpen] = useState(false);
  const load = async (token: string) => {
    const response = await fetch('https://my.sealmetrics.com/api/v1/stats/live', { headers: { Authorization: `Bearer ${token}` } }); ⟪authorized-call-from-client⟫
    if (response.ok) setOpen(true);
  };
  return <Form method="post"><button type="button" onClick={() => load(localStorage.getItem('seal')!)}>{String(open)}</button></Form>;
}
