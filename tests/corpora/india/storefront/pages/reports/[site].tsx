import type { GetServerSideProps } from 'next';
import { useEffect, useState } from 'react';

type Row = { page: string; views: number };
type Props = { site: string; token: string; rows: Row[] };

const API = 'https://api.sealmetrics.com/v1';

export const getServerSideProps: GetServerSideProps<Props> = async ({ params }) => {
  const site = String(params?.site);
  const token = process.env.SEALMETRICS_API_TOKEN ?? '';
  const res = await fetch(`${API}/sites/${site}/pages`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const rows: Row[] = res.ok ? await res.json() : [];
  return {
    props: {
      site,
      token, ⟪token-sent-to-client⟫
      rows,
    },
  };
};

export default function Report({ site, token, rows: initial }: Props) {
  const [rows, setRows] = useState(initial);

  useEffect(() => {
    const timer = window.setInterval(async () => {
      const res = await fetch(`${API}/sites/${site}/pages`, { headers: { Authorization: `Bearer ${token}` } }); ⟪authorized-call-from-client⟫
      if (res.ok) setRows(await res.json());
    }, 30000);
    return () => window.clearInterval(timer);
  }, [site, token]);

  return (
    <table>
      <tbody>
        {rows.map((r) => (
          <tr key={r.page}>
            <td>{r.page}</td>
            <td>{r.views}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
