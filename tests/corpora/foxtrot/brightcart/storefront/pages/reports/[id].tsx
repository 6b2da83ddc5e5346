import type { GetServerSideProps } from 'next';
import Head from 'next/head';
import { ReportChart } from '@/components/ReportChart';

type Report = { id: string; name: string; points: [string, number][] };
type Props = { report: Report; apiToken: string };

const base = 'https://api.sealmetrics.com/v1';

export const getServerSideProps: GetServerSideProps<Props> = async ({ params }) => {
  const apiToken = process.env.SEALMETRICS_API_TOKEN as string;
  const response = await fetch(`${base}/reports/${params?.id}`, {
    headers: { Authorization: `Bearer ${apiToken}` },
  });
  if (response.status === 404) {
    return { notFound: true };
  }
  const report: Report = await response.json();
  return { props: { report, apiToken } }; ⟪token-sent-to-client⟫
};

export default function ReportPage({ report, apiToken }: Props) {
  return (
    <>
      <Head>
        <title>{report.name}</title>
      </Head>
      <h1>{report.name}</h1>
      <ReportChart points={report.points} credential={apiToken} />
    </>
  );
}
