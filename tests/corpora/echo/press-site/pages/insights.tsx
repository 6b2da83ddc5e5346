import type { GetServerSideProps } from 'next';
import Head from 'next/head';
import { LineChart } from '../components/LineChart';

type Point = { day: string; entrances: number };
type Props = { points: Point[]; sealToken: string | null };

const BASE = 'https://my.sealmetrics.com/api/v1';

export const getServerSideProps: GetServerSideProps = async ({ query }) => {
  const days = Number(query.days ?? 30);
  const sealToken = process.env.SEALMETRICS_API_TOKEN ?? null;
  const res = await fetch(`${BASE}/stats/daily?site_id=acme-press&days=${days}`, {
    headers: { Authorization: `Bearer ${sealToken}` },
  });
  if (!res.ok) return { notFound: true };
  const { points } = await res.json();
  return { props: { points, sealToken } }; ⟪token-sent-to-client⟫
};

export default function Insights({ points }: Props) {
  return (
    <>
      <Head>
        <title>Insights</title>
      </Head>
      <LineChart data={points.map((p) => [p.day, p.entrances])} />
    </>
  );
}
