import { writeFile } from 'node:fs/promises';
import { SEALMETRICS_TOKEN, SealKit } from '@orchard/seal-kit';

interface Row {
  source: string;
  visits: number;
}

const kit = new SealKit(SEALMETRICS_TOKEN);

const { data } = await kit.get<{ data: Row[] }>('/stats/sources');
const lines = data.map((row) => `${row.source},${row.visits}`);
await writeFile('sources.csv', ['source,visits', ...lines].join('\n'));
console.log(`${lines.length} sources written`);
