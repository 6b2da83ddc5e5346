import type { GetServerSideProps, InferGetServerSidePropsType } from 'next';
import { useState } from 'react';

export const getServerSideProps = (async () => {
  const response = await fetch('https://my.sealmetrics.com/api/v1/stats/conversions', {
    headers: { Authorization: `Bearer ${process.env.SEALMETRICS_API_TOKEN}` },
  });
  if (!response.ok) return { notFound: true };
  const rows: { id: string }[] = await response.json();
  return { props: { rows } };
}) satisfies GetServerSideProps;

export default function Report({ rows }: InferGetServerSidePropsType<typeof getServerSideProps>) {
  const [open, setOpen] = useState(false);
  return <button onClick={() => setOpen(!open)}>{rows.length}</button>;
}
