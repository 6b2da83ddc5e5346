'use client';

import { useEffect, useState } from 'react';
import { SEAL_URL, bearer } from '@suite/seal';

export function LiveVisitors({ session }: { session?: string }) {
  const [visitors, setVisitors] = useState<number | null>(null);

  useEffect(() => {
    const load = async () => {
      const res = await fetch(`${SEAL_URL}/stats/live`, { headers: bearer(session ?? '') }); ⟪authorized-call-from-client⟫
      if (!res.ok) {
        setVisitors(null);
        return;
      }
      setVisitors((await res.json()).visitors);
    };
    void load();
  }, [session]);

  return <strong>{visitors ?? '–'}</strong>;
}
