import 'server-only';
import { Suspense } from 'react';
import { notFound } from 'next/navigation';

type Channel = { name: string; sessions: number; revenue: number };

async function loadChannels(): Promise<Channel[]> {
  const response = await fetch('https://api.sealmetrics.com/v1/channels?period=last_7_days', {
    headers: {
      Authorization: `Bearer ${process.env.SEALMETRICS_API_TOKEN}`,
      Accept: 'application/json',
    },
    next: { revalidate: 600, tags: ['channels'] },
  });
  if (response.status === 403) notFound();
  if (!response.ok) throw new Error(`analytics answered ${response.status}`);
  const { channels } = await response.json();
  return channels;
}

async function ChannelTable() {
  const channels = await loadChannels();
  return (
    <table>
      <tbody>
        {channels.map((channel) => (
          <tr key={channel.name}>
            <td>{channel.name}</td>
            <td>{channel.sessions}</td>
            <td>{channel.revenue.toFixed(2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export default function ReportsPage() {
  return (
    <Suspense fallback={<p>Loading…</p>}>
      <ChannelTable />
    </Suspense>
  );
}
