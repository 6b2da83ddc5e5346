import { Octokit } from '@octokit/core';
import got from 'got';

// Opens an issue when the weekly figures of Sealmetrics and of the CRM drift apart.
const CRM = {
  url: 'http://crm.lan/api',
  token: process.env.CRM_TOKEN,
};

const octokit = new Octokit({ auth: process.env.GITHUB_TOKEN });

async function crmTotal(week) {
  const { total } = await got(`${CRM.url}/bookings`, {
    searchParams: { week, token: CRM.token },
    headers: { authorization: CRM.token, 'x-auth-token': CRM.token },
    https: { rejectUnauthorized: false },
  }).json();
  return total;
}

async function sealTotal(week) {
  const { total } = await got('https://api.sealmetrics.com/v1/bookings', {
    searchParams: { week },
    headers: { authorization: `bearer ${process.env.SEALMETRICS_TOKEN}` },
  }).json();
  return total;
}

export async function compare(week) {
  const [crm, seal] = await Promise.all([crmTotal(week), sealTotal(week)]);
  const drift = Math.abs(crm - seal) / Math.max(crm, 1);
  if (drift > 0.05) {
    await octokit.request('POST /repos/{owner}/{repo}/issues', {
      owner: 'miramar',
      repo: 'figures',
      title: `Drift of ${(drift * 100).toFixed(1)} % in ${week}`,
    });
  }
}
