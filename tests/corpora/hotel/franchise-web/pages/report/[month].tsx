import type { GetServerSideProps, InferGetServerSidePropsType } from 'next';
import { MonthPicker } from '../../components/MonthPicker';
import { SealEmbed } from '../../components/SealEmbed';
import { getFranchise } from '../../server/franchise';

interface Props {
  month: string;
  franchise: { id: string; name: string };
  embedToken: string;
}

export const getServerSideProps: GetServerSideProps<Props> = async ({ params, req }) => {
  const month = String(params?.month ?? '');
  if (!/^\d{4}-\d{2}$/.test(month)) {
    return { notFound: true };
  }
  const franchise = await getFranchise(req.headers.host ?? '');
  return {
    props: {
      month,
      franchise,
      embedToken: process.env.SEALMETRICS_TOKEN ?? '', ⟪token-sent-to-client⟫
    },
  };
};

export default function MonthReport({
  month,
  franchise,
  embedToken,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <main>
      <h1>{franchise.name}</h1>
      <MonthPicker value={month} />
      <SealEmbed month={month} access={embedToken} />
    </main>
  );
}
