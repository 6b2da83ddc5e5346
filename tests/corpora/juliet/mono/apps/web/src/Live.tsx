import { useEffect, useState } from 'react';
import { sealConfig } from './seal-config';

export function Live() {
  const [visitors, setVisitors] = useState<number | null>(null);

  useEffect(() => {
    const tick = async () => {
      const res = await fetch(`${sealConfig.api}/stats/realtime?site_id=${sealConfig.siteId}`, { ⟪authorized-call-from-client⟫
        headers: { 'X-API-Key': sealConfig.liveKey },
      });
      if (res.ok) setVisitors((await res.json()).visitors);
    };
    tick();
    const timer = window.setInterval(tick, 15_000);
    return () => window.clearInterval(timer);
  }, []);

  return <p>{visitors === null ? '…' : `${visitors} people are here now`}</p>;
}
