'use client';

import Script from 'next/script';
import { useEffect, useState } from 'react';
import { Bars } from '@/components/Bars';

const siteId = process.env.NEXT_PUBLIC_SEALMETRICS_SITE_ID;
const baseUrl = process.env.NEXT_PUBLIC_SEALMETRICS_BASE_URL ?? 'https://api.sealmetrics.com/v1';

type Step = { step: string; visits: number; share: number };

export function FunnelChart({ csrfToken }: { csrfToken: string }) {
  const [rows, setRows] = useState<Step[]>([]);

  useEffect(() => {
    fetch('/api/funnel', { headers: { 'X-CSRF-Token': csrfToken } })
      .then((res) => res.json())
      .then((body) => setRows(body.rows));
    localStorage.setItem('funnel:last-opened', new Date().toISOString());
  }, [csrfToken]);

  return (
    <>
      <Script src={`https://cdn.sealmetrics.com/t.js?id=${siteId}`} strategy="afterInteractive" />
      <Bars rows={rows} />
      <small>
        Source: <a href={baseUrl.replace('/v1', '/docs')}>Sealmetrics</a>
      </small>
    </>
  );
}
