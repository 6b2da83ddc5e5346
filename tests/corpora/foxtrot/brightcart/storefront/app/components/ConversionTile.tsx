'use client';

import { useEffect, useState } from 'react';

type Props = { account: string; currency?: string };

// Public: the tracker id is printed in every page anyway.
const TRACKER = process.env.NEXT_PUBLIC_SEALMETRICS_SITE_ID ?? '⟦objid:2⟧';

export default function ConversionTile({ account, currency = 'EUR' }: Props) {
  const [rate, setRate] = useState<number | null>(null);

  useEffect(() => {
    const controller = new AbortController();
    fetch(`/api/conversions?account=${encodeURIComponent(account)}`, {
      headers: { Accept: 'application/json', 'X-CSRF-Token': document.querySelector<HTMLMetaElement>('meta[name=csrf]')?.content ?? '' },
      signal: controller.signal,
    })
      .then((response) => (response.ok ? response.json() : Promise.reject(new Error(String(response.status)))))
      .then((body) => setRate(body.rate))
      .catch(() => setRate(null));
    return () => controller.abort();
  }, [account]);

  useEffect(() => {
    const script = document.createElement('script');
    script.src = `https://t.sealmetrics.com/t.js?id=${TRACKER}`;
    script.async = true;
    document.head.appendChild(script);
    localStorage.setItem('sealmetrics_site', TRACKER);
  }, []);

  return <p>{rate === null ? '–' : `${(rate * 100).toFixed(2)} % (${currency})`}</p>;
}
