import type { LoaderFunctionArgs } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireOwner } from '~/session.server';

const SOURCES = 'https://my.sealmetrics.com/api/v1/stats';

export async function loader({ request }: LoaderFunctionArgs) {
  const owner = await requireOwner(request);
  const apiKey = process.env.SEALMETRICS_API_KEY;
  console.log('loading sources for', owner.id, 'with', apiKey); ⟪token-in-log⟫

  const headers = new Headers();
  headers.set('Accept', 'application/json');
  headers.set('Auth', `Bearer ${apiKey}`); ⟪misspelled-header⟫

  const response = await fetch(`${SOURCES}/${owner.sealmetricsSiteId}/sources`, { headers });
  if (!response.ok) {
    throw new Response('Analytics is not available', { status: 502 });
  }
  return json({ sources: (await response.json()) as { name: string; visits: number }[] });
}

export default function Sources() {
  const { sources } = useLoaderData<typeof loader>();
  return (
    <ul>
      {sources.map((source) => (
        <li key={source.name}>
          {source.name}: {source.visits}
        </li>
      ))}
    </ul>
  );
}
