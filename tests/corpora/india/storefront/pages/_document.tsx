import { Head, Html, Main, NextScript } from 'next/document';

const trackerId = process.env.NEXT_PUBLIC_SEALMETRICS_ACCOUNT_ID ?? '⟦objid:d1⟧';

export default function Document() {
  return (
    <Html lang="en">
      <Head>
        <link rel="preconnect" href="https://t.sealmetrics.com" />
        <link rel="dns-prefetch" href="https://cdn.sealmetrics.com" />
        <script async src={`https://t.sealmetrics.com/t.js?id=${trackerId}`} />
      </Head>
      <body>
        <Main />
        <NextScript />
      </body>
    </Html>
  );
}
