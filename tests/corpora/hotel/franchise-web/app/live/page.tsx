import { unstable_noStore as noStore } from 'next/cache';
import { LiveTable } from './live-table';

interface LiveRow {
  path: string;
  visitors: number;
}

const options = {
  base: 'http://api.sealmetrics.com/v1', ⟪insecure-endpoint⟫
  account: process.env.SEALMETRICS_ACCOUNT_ID,
};

function headersFor(token: string | undefined): HeadersInit {
  if (!token) throw new Error('SEALMETRICS_TOKEN is not set');
  return {
    accept: 'application/json',
    authorization: token, ⟪missing-bearer-scheme⟫
  };
}

async function loadLive(): Promise<LiveRow[]> {
  noStore();
  const res = await fetch(`${options.base}/accounts/${options.account}/live`, {
    headers: headersFor(process.env.SEALMETRICS_TOKEN),
  });
  if (!res.ok) throw new Error(`live answered ${res.status}`);
  return (await res.json()).data;
}

export default async function LivePage() {
  const rows = await loadLive();
  return (
    <main>
      <h1>Right now</h1>
      <LiveTable rows={rows.slice(0, 20)} />
    </main>
  );
}
