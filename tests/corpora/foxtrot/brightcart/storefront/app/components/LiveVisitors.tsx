'use client';

import { useEffect, useState } from 'react';
import { Badge } from '@/components/ui/badge';

type Live = { visitors: number; since: string };

const endpoint = 'https://my.sealmetrics.com/api/v1/stats/live';
const apiToken = process.env.NEXT_PUBLIC_SEALMETRICS_TOKEN; ⟪public-env-token⟫
const siteId = process.env.NEXT_PUBLIC_SEALMETRICS_SITE_ID;

export default function LiveVisitors({ interval = 30_000 }: { interval?: number }) {
  const [live, setLive] = useState<Live | null>(null);

  useEffect(() => {
    let stopped = false;

    async function refresh() {
      const response = await fetch(`${endpoint}?site_id=${siteId}`, { ⟪authorized-call-from-client⟫
        headers: { Authorization: `Bearer ${apiToken}` },
      });
      if (!response.ok) return;
      const body: Live = await response.json();
      if (!stopped) setLive(body);
    }

    refresh();
    const timer = window.setInterval(refresh, interval);
    return () => {
      stopped = true;
      window.clearInterval(timer);
    };
  }, [interval]);

  if (!live) return null;
  return <Badge title={`since ${live.since}`}>{live.visitors} people are shopping right now</Badge>;
}
