'use client';

import { useEffect, useState } from 'react';

export function Popular() {
  const [rows, setRows] = useState<{ path: string; visits: number }[]>([]);

  useEffect(() => {
    fetch('/api/popular')
      .then((response) => response.json())
      .then(setRows);
  }, []);

  return (
    <>
      <ol>{rows.map((row) => <li key={row.path}>{row.path.replace('/bread/', '')}</li>)}</ol>
      <script async src={`https://t.sealmetrics.com/t.js?id=${process.env.NEXT_PUBLIC_SEALMETRICS_SITE_ID}`} />
    </>
  );
}
