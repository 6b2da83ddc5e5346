import { stats } from '@/lib/sealmetrics';
import { Visitors } from './visitors';
import { Live } from './live';
import { Settings } from './settings';

export const dynamic = 'force-dynamic';

export default async function Dashboard() {
  const overview = await stats('overview', { range: '7d' });
  const response = await fetch('https://my.sealmetrics.com/api/v1/stats/pages', {
    headers: { Authorization: `Bearer ${process.env.SEALMETRICS_API_TOKEN}` },
  });
  if (!response.ok) throw new Error('no pages');
  const pages = await response.json();
  return (
    <main>
      <h1>{overview.title}</h1>
      <Visitors pages={pages} />
      <Live site={process.env.SEALMETRICS_SITE_ID!} />
      <Settings apiToken={process.env.SEALMETRICS_API_TOKEN!} /> ⟪token-sent-to-client⟫
    </main>
  );
}
