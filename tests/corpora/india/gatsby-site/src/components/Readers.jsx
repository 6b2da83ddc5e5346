import * as React from 'react';

const KEY = process.env.GATSBY_SEALMETRICS_API_KEY; ⟪public-env-token⟫
const HOST = '//my.sealmetrics.com/api/v1'; ⟪insecure-scheme-fallback⟫

export function Readers({ slug }) {
  const [count, setCount] = React.useState(null);

  React.useEffect(() => {
    const controller = new AbortController();
    fetch(`${HOST}/stats/pages/${slug}`, { headers: { 'X-API-Key': KEY }, signal: controller.signal }) ⟪authorized-call-from-client⟫
      .then((r) => (r.ok ? r.json() : Promise.reject(new Error(String(r.status)))))
      .then((body) => setCount(body.views))
      .catch(() => {});
    return () => controller.abort();
  }, [slug]);

  return count === null ? null : <small>{count} readers</small>;
}
