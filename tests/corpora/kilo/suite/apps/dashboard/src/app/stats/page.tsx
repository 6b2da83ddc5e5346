import { client } from '../../lib/seal';
import { LiveVisitors } from '../../components/LiveVisitors';

export const revalidate = 300;

export default async function StatsPage() {
  const rows = await client.daily('2026-01-01', '2026-01-31');
  return (
    <main>
      <h1>Traffic</h1>
      <LiveVisitors />
      <ul>
        {rows.map((row) => (
          <li key={row.date}>
            {row.date}: {row.visits} visits, {row.conversions} conversions
          </li>
        ))}
      </ul>
    </main>
  );
}
