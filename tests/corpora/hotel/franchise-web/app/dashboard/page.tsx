import { Suspense } from 'react';
import { notFound } from 'next/navigation';
import { SourcesTable } from './sources-table';

export const revalidate = 900;

interface Source {
  name: string;
  entrances: number;
  revenue: number;
}

async function loadSources(site: string): Promise<Source[]> {
  const response = await fetch(`https://my.sealmetrics.com/api/v1/stats/${site}/sources`, {
    headers: { 'X-API-Key': process.env.SEALMETRICS_API_KEY! },
    next: { revalidate, tags: ['sources'] },
  });
  if (response.status === 404) notFound();
  if (!response.ok) {
    throw new Error(`sources for ${site}: ${response.status}`);
  }
  return response.json();
}

export default async function DashboardPage({ searchParams }: { searchParams: { site?: string } }) {
  const site = searchParams.site ?? process.env.NEXT_PUBLIC_SEALMETRICS_SITE_ID!;
  const sources = await loadSources(site);
  return (
    <Suspense fallback={<p>Loading…</p>}>
      <h1>Where your guests come from</h1>
      <SourcesTable rows={sources} />
    </Suspense>
  );
}
