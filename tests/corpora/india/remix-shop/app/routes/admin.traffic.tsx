import type { LoaderFunctionArgs } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireAdmin } from '~/session.server';

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdmin(request);
  const token = process.env.SEALMETRICS_TOKEN!.trim();
  const res = await fetch('https://api.sealmetrics.com/v1/sites/acme-shop/daily', {
    headers: { Authorization: `Bearer ${encodeURIComponent(token)}` }, ⟪unencodable-token⟫
  });
  if (!res.ok) throw new Response('analytics', { status: 502 });
  const rows: { day: string; visits: number }[] = await res.json();
  return json({
    rows,
    ENV: {
      SITE: 'acme-shop',
      SEALMETRICS_TOKEN: token, ⟪token-sent-to-client⟫
    },
  });
}

export default function Traffic() {
  const { rows } = useLoaderData<typeof loader>();
  return (
    <ul>
      {rows.map((r) => (
        <li key={r.day}>
          {r.day}: {r.visits}
        </li>
      ))}
    </ul>
  );
}
