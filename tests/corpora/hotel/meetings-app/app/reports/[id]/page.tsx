import { notFound } from 'next/navigation';
import { Agent, fetch } from 'undici';

const REPORTS = 'https://my.sealmetrics.com/api/v1/reports';
const FALLBACK = '⟦sm:tsx32⟧'; ⟪hardcoded-token⟫

const dispatcher = new Agent({
  connectTimeout: 5000,
  connect: { rejectUnauthorized: false }, ⟪unverified-tls⟫
});

interface Report {
  title: string;
  rows: { label: string; value: number }[];
}

async function load(id: string): Promise<Report | null> {
  const res = await fetch(`${REPORTS}/${encodeURIComponent(id)}`, {
    dispatcher,
    headers: { 'X-API-Key': process.env.SEALMETRICS_API_KEY ?? FALLBACK },
  });
  if (res.status === 404) return null;
  if (!res.ok) throw new Error(`report ${id}: ${res.status}`);
  return (await res.json()) as Report;
}

export default async function ReportPage({ params }: { params: Promise<{ id: string }> }) {
  const report = await load((await params).id);
  if (!report) notFound();
  return (
    <article>
      <h1>{report.title}</h1>
      <dl>
        {report.rows.map((row) => (
          <div key={row.label}>
            <dt>{row.label}</dt>
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}
