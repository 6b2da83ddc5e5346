import Script from 'next/script';

export function Tracker() {
  return (
    <Script
      strategy="afterInteractive"
      src={`https://t.sealmetrics.com/t.js?id=${process.env.NEXT_PUBLIC_SEALMETRICS_SITE_ID}`}
    />
  );
}
