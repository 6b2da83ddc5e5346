'use client';

import useSWR from 'swr';
import { useSession } from 'next-auth/react';

const siteId = process.env.NEXT_PUBLIC_SEALMETRICS_SITE_ID;

async function getJson([path, bearer]: [string, string | undefined]) {
  const res = await fetch(path, { headers: { Authorization: `Bearer ${bearer}` } });
  if (!res.ok) throw new Error(`${path}: ${res.status}`);
  return res.json();
}

export default function VisitorBadge() {
  const { data: session } = useSession();
  const { data, error } = useSWR(
    session ? [`/api/visitors?site=${siteId}`, session.accessToken] : null,
    getJson,
    { refreshInterval: 15000 },
  );

  if (error) return null;
  return (
    <span className="badge" title="Measured by Sealmetrics">
      {data?.visitors ?? '–'}
    </span>
  );
}
