import { writeFile } from 'node:fs/promises';
import got from 'got';
import { SEAL_URL, seal } from '@suite/seal';
import { partnerHeaders } from '@suite/seal/partner';

const api = got.extend({
  prefixUrl: SEAL_URL,
  headers: partnerHeaders,
  retry: { limit: 4, methods: ['GET'], statusCodes: seal.export.statusCodes },
});

async function pages(month: string): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (let page = 1; ; page++) {
    const batch = await api
      .get('stats/pages', { searchParams: { site_id: seal.site, month, page, limit: seal.export.pageSize } })
      .json<unknown[]>();
    rows.push(...batch);
    if (batch.length < seal.export.pageSize) return rows;
  }
}

const month = process.argv[2] ?? new Date().toISOString().slice(0, 7);
const rows = await pages(month);
await writeFile(`out/pages-${month}.json`, JSON.stringify(rows));
console.info(`wrote ${rows.length} rows`);
