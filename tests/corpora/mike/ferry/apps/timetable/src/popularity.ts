import { endpoints, type Page, type SealHttp, type Visit } from '@ferry/seal';

export interface Popular {
  day: string;
  visits: number;
}

export async function popularity(http: SealHttp, site: string): Promise<Popular[]> {
  const { data } = await http.get<Page<Visit>>(endpoints.visits, { params: { site_id: site, range: '30d' } });
  return data.data
    .map((row) => ({ day: row.date, visits: row.visits }))
    .sort((a, b) => b.visits - a.visits)
    .slice(0, 10);
}
