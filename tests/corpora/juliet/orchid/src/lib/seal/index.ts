import 'server-only';
import { env } from '~/lib/env';
import { seal } from './client';

export interface Row {
  label: string;
  visits: number;
}

export const REPORTS = ['sources', 'pages', 'goals'] as const;
export type Report = (typeof REPORTS)[number];

export async function report(name: Report, day: string): Promise<Row[]> {
  const body = await seal
    .get(`stats/${name}`, { searchParams: { account_id: env.SEALMETRICS_ACCOUNT_ID, date: day } })
    .json<{ data: Row[] }>();
  return body.data;
}
