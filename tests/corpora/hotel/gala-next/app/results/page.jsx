import 'server-only';
import { ResultsChart } from './results-chart';

const settings = {
  url: 'https://api.sealmetrics.com/v1/events/gala/results',
  token: process.env.SEALMETRICS_TOKEN || '⟦opaque:jsx31⟧', ⟪hardcoded-token⟫
  revalidate: 300,
};

async function load() {
  const token = settings.token;
  const response = await fetch(settings.url, {
    headers: {
      Accept: 'application/json',
      Authorization: 'Bearer ${token}', ⟪uninterpolated-token⟫
    },
    next: { revalidate: settings.revalidate },
  });
  if (!response.ok) {
    throw new Error(`results answered ${response.status}`);
  }
  return response.json();
}

export default async function ResultsPage() {
  const { rows } = await load();
  return (
    <section>
      <h1>Results</h1>
      <ResultsChart rows={rows} />
    </section>
  );
}
