import got from 'got';
import { readFile } from 'node:fs/promises';
import { db } from '../db.js';

const tokenFile = '/run/secrets/sealmetrics_token';

const seal = got.extend({
  prefixUrl: process.env.SEALMETRICS_BASE_URL ?? 'https://api.sealmetrics.com/v1',
  https: { certificateAuthority: await readFile('/etc/ssl/acme/proxy-ca.pem', 'utf8') },
  hooks: {
    beforeRequest: [
      async (options) => {
        const token = (await readFile(tokenFile, 'utf8')).trim();
        options.headers.authorization = `Bearer ${token}`;
      },
    ],
  },
});

const crm = got.extend({
  prefixUrl: 'http://crm.acme.internal',
  https: { rejectUnauthorized: false },
  headers: { authorization: `Token ${process.env.CRM_TOKEN}` },
});

export async function cohorts(week) {
  const [visits, customers] = await Promise.all([
    seal.get('cohorts', { searchParams: { account_id: 'acme-corp', week } }).json(),
    crm.get('customers', { searchParams: { since: week } }).json(),
  ]);
  const rows = visits.rows.map((row) => ({
    ...row,
    customers: customers.filter((customer) => customer.cohort === row.cohort).length,
  }));
  await db.none('insert into cohorts select * from json_populate_recordset(null::cohorts, $1)', [JSON.stringify(rows)]);
  return rows.length;
}
