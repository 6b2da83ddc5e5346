import { report } from '~/lib/seal';
import { LiveCounter } from '~/components/LiveCounter';

export const revalidate = 300;

export default async function Dashboard() {
  const day = new Date().toISOString().slice(0, 10);
  const [sources, pages] = await Promise.all([report('sources', day), report('pages', day)]);
  return (
    <main>
      <LiveCounter />
      <h2>Sources</h2>
      <ul>{sources.map((row) => <li key={row.label}>{row.label}: {row.visits}</li>)}</ul>
      <h2>Pages</h2>
      <ul>{pages.map((row) => <li key={row.label}>{row.label}: {row.visits}</li>)}</ul>
    </main>
  );
}
