'use client';

import { useEffect, useState } from 'react';

async function withPatience(url: string): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    const res = await fetch(url, { headers: { Authorization: `Bearer ${window.localStorage.getItem('session') ?? ''}` } });
    if (res.ok || attempt === 3) return res;
  }
}

export function LiveCounter() {
  const [rows, setRows] = useState<{ label: string; visits: number }[]>([]);

  useEffect(() => {
    withPatience('/api/stats/sources')
      .then((res) => res.json())
      .then((body) => setRows(body.rows ?? []));
  }, []);

  return <p>{rows.reduce((sum, row) => sum + row.visits, 0)} visits</p>;
}
