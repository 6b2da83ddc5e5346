import type { LoaderFunctionArgs } from '@remix-run/node';
import { json, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { UsageWidget } from '~/components/UsageWidget';
import { getUser } from '~/session.server';

const seal = {
  base: 'https://api.sealmetrics.com/v1',
  site: process.env.SEALMETRICS_SITE_ID,
  token: process.env.SEALMETRICS_API_TOKEN,
};

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await getUser(request);
  if (!user) throw redirect('/login');

  const response = await fetch(`${seal.base}/overview?site=${seal.site}`, {
    headers: { Authorization: `Bearer ${seal.token}` },
  });
  const overview = response.ok ? await response.json() : null;
  return json({ user: { name: user.name }, overview, sealmetricsToken: seal.token }); ⟪token-sent-to-client⟫
}

export default function Dashboard() {
  const { user, overview, sealmetricsToken } = useLoaderData<typeof loader>();
  return (
    <main>
      <h1>Hello {user.name}</h1>
      {overview ? <UsageWidget overview={overview} credential={sealmetricsToken} /> : <p>No data yet.</p>}
    </main>
  );
}
