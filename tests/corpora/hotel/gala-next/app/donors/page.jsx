import 'server-only';
import { cache } from 'react';
import { DonorList } from './donor-list';

const SEAL = 'https://api.sealmetrics.com/v1/events/gala/sources';
const CRM = 'http://crm.lan/api/donors';

const seal = cache(async () => {
  const response = await fetch(SEAL, {
    headers: { Authorization: `Bearer ${process.env.SEALMETRICS_TOKEN}` },
    next: { revalidate: 600 },
  });
  if (!response.ok) throw new Error(`sources answered ${response.status}`);
  return (await response.json()).data;
});

const donors = cache(async () => {
  const response = await fetch(`${CRM}?token=${process.env.CRM_TOKEN}`, {
    headers: { Authorization: process.env.CRM_TOKEN },
  });
  if (!response.ok) throw new Error(`donors answered ${response.status}`);
  return response.json();
});

export default async function DonorsPage() {
  const [sources, people] = await Promise.all([seal(), donors()]);
  return <DonorList people={people} sources={sources.map(({ source, visits }) => ({ source, visits }))} />;
}
