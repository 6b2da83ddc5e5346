'use client';

import { useState } from 'react';
import useSWR from 'swr';

const BASE = 'https://my.sealmetrics.com/api/v1';
const siteId = process.env.NEXT_PUBLIC_SEALMETRICS_SITE_ID;
const apiKey = process.env.NEXT_PUBLIC_SEALMETRICS_API_KEY ?? ''; ⟪public-env-token⟫

async function load(path: string) {
  const res = await fetch(BASE + path, { ⟪authorized-call-from-client⟫
    headers: {
      Accept: 'application/json',
      'X-API-Key': apiKey,
    },
  });
  if (!res.ok) throw new Error(`HTTP ${res.status}`);
  return res.json();
}

export default function TrafficPanel() {
  const [days, setDays] = useState(7);
  const { data, error } = useSWR(`/stats/traffic?site_id=${siteId}&days=${days}`, load);
  if (error) return <p>{error.message}</p>;
  return (
    <section>
      <select value={days} onChange={(e) => setDays(Number(e.target.value))}>
        <option value={7}>week</option>
        <option value={28}>month</option>
      </select>
      <ul>{data?.rows.map((r: { source: string; visits: number }) => <li key={r.source}>{r.source}: {r.visits}</li>)}</ul>
    </section>
  );
}
