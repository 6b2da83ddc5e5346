'use client';

import { useState } from 'react';
import useSWR from 'swr';

const fetcher = (url: string) => fetch(url).then((response) => response.json());

export function Visitors({ pages }: { pages: { path: string; visits: number }[] }) {
  const [range, setRange] = useState('7d');
  const { data } = useSWR(`/api/stats?range=${range}`, fetcher);
  return (
    <section>
      <select value={range} onChange={(event) => setRange(event.target.value)}>
        <option>7d</option>
        <option>30d</option>
      </select>
      <p>{data?.visits}</p>
      <ul>{pages.map((page) => <li key={page.path}>{page.visits}</li>)}</ul>
    </section>
  );
}
