import type { Metadata } from 'next';
import Script from 'next/script';
import './globals.css';

export const metadata: Metadata = { title: 'Acme', description: 'The shop of Acme' };

export default function RootLayout({ children }: Readonly<{ children: React.ReactNode }>) {
  return (
    <html lang="en">
      <body>
        {children}
        <Script src={`https://t.sealmetrics.com/t.js?id=${process.env.NEXT_PUBLIC_SEALMETRICS_SITE_ID}`} strategy="lazyOnload" />
      </body>
    </html>
  );
}
