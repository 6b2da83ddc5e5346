'use client';

import Script from 'next/script';
import { usePathname } from 'next/navigation';
import { useEffect } from 'react';

declare global {
  interface Window {
    sealmetrics?: { track: (path: string) => void };
  }
}

const SITE_ID = process.env.NEXT_PUBLIC_SEALMETRICS_SITE_ID ?? '⟦objid:tsx05⟧';
const PIXEL = 'https://t.sealmetrics.com';

export function Tracker() {
  const pathname = usePathname();

  useEffect(() => {
    window.sealmetrics?.track(pathname);
    window.localStorage.setItem('sealmetrics_last_path', pathname);
  }, [pathname]);

  return (
    <>
      <Script src={`${PIXEL}/t.js?id=${SITE_ID}`} strategy="afterInteractive" />
      <noscript>
        <img src={`${PIXEL}/p.gif?id=${SITE_ID}`} alt="" width={1} height={1} />
      </noscript>
    </>
  );
}
