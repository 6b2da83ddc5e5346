import { Suspense } from 'react';
import { VisitorsMap } from './VisitorsMap';
import { Skeleton } from '@/components/Skeleton';

type Summary = { entrances: number; conversions: number };

const account = 'acme-corp';

async function summary(): Promise<Summary> {
  const res = await fetch(`https://api.sealmetrics.com/v1/stats/summary?account_id=${account}`, {
    headers: { 'X-API-Key': process.env.SEALMETRICS_API_KEY! },
    next: { revalidate: 120 },
  });
  if (!res.ok) throw new Error(`summary answered ${res.status}`);
  return res.json();
}

export default async function OverviewPage() {
  const { entrances, conversions } = await summary();
  return (
    <main className="grid gap-6 p-8">
      <h1>Overview</h1>
      <p>
        {entrances} entrances, {conversions} conversions
      </p>
      <Suspense fallback={<Skeleton rows={8} />}>
        <VisitorsMap account={account} apiKey={process.env.SEALMETRICS_API_KEY!} /> ⟪token-sent-to-client⟫
      </Suspense>
    </main>
  );
}
