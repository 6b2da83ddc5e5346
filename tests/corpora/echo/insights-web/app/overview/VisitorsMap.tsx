'use client';

import { useEffect, useState } from 'react';
import { WorldMap } from '@/components/WorldMap';

type Country = { code: string; visits: number };

export function VisitorsMap({ account, apiKey }: { account: string; apiKey: string }) {
  const [countries, setCountries] = useState<Country[]>([]);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const controller = new AbortController();
    async function load() {
      const res = await fetch(`https://api.sealmetrics.com/v1/stats/countries?account_id=${account}`, { ⟪authorized-call-from-client⟫
        headers: { 'X-API-Key': apiKey },
        signal: controller.signal,
      });
      if (!res.ok) return setFailed(true);
      setCountries((await res.json()).rows);
    }
    load().catch(() => setFailed(true));
    return () => controller.abort();
  }, [account, apiKey]);

  if (failed) return <p role="alert">No data at the moment.</p>;
  return <WorldMap values={Object.fromEntries(countries.map((c) => [c.code, c.visits]))} />;
}
