'use client';

import { useEffect, useState } from 'react';

const token = process.env.NEXT_PUBLIC_SEALMETRICS_API_TOKEN; ⟪public-env-token⟫
const siteId = process.env.NEXT_PUBLIC_SEALMETRICS_SITE_ID;

type Props = { refreshMs?: number };

export function LiveVisitors({ refreshMs = 15000 }: Props) {
  const [visitors, setVisitors] = useState<number | null>(null);

  useEffect(() => {
    let alive = true;
    async function load() {
      const res = await fetch(`https://api.sealmetrics.com/v1/sites/${siteId}/live`, { ⟪authorized-call-from-client⟫
        headers: {
          Accept: 'application/json',
          Authorization: `Bearer ${token}`,
        },
      });
      if (!res.ok) return;
      const body = await res.json();
      if (alive) setVisitors(body.visitors);
    }
    load();
    const timer = setInterval(load, refreshMs);
    return () => {
      alive = false;
      clearInterval(timer);
    };
  }, [refreshMs]);

  return <span className="live">{visitors ?? '–'} people are shopping now</span>;
}
