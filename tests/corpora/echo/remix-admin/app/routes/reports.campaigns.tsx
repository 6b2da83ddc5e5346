import { json, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireUser } from '~/services/session.server';

const API = 'https://api.sealmetrics.com/v1';

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const month = new URL(request.url).searchParams.get('month') ?? '2026-10';
  const res = await fetch(`${API}/campaigns?account_id=${user.account}&month=${month}`, {
    headers: { Authorization: `Bearer ${process.env.SEALMETRICS_API_TOKEN}` },
  });
  if (res.status === 429) throw new Response('Too many requests', { status: 503 });
  if (!res.ok) throw new Response('Upstream failed', { status: 502 });
  const { rows } = await res.json();
  return json({ month, rows, account: user.account });
}

export default function CampaignReport() {
  const { month, rows, account } = useLoaderData<typeof loader>();
  return (
    <table>
      <caption>
        {account}, {month}
      </caption>
      <tbody>
        {rows.map((row: { name: string; clicks: number }) => (
          <tr key={row.name}>
            <td>{row.name}</td>
            <td>{row.clicks}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
