'use client';

import { useEffect, useState } from 'react';

const token = process.env.NEXT_PUBLIC_SEALMETRICS_TOKEN; ⟪public-env-token⟫

export function Live({ site }: { site: string }) {
  const [visitors, setVisitors] = useState(0);
  useEffect(() => {
    const load = async () => {
      const response = await fetch(`https://my.sealmetrics.com/api/v1/stats/live?site_id=${site}`, { ⟪authorized-call-from-client⟫
        headers: { Authorization: `Bearer ${token}` },
      });
      if (response.ok) setVisitors((await response.json()).visitors);
    };
    const timer = setInterval(load, 30_000);
    return () => clearInterval(timer);
  }, [site]);
  return <strong>{visitors}</strong>;
}
