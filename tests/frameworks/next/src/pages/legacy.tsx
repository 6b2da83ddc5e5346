import { useEffect, useState } from 'react';

export async function getStaticProps() {
  return {
    props: {
      site: process.env.SEALMETRICS_SITE_ID,
      token: process.env.SEALMETRICS_API_TOKEN, ⟪token-sent-to-client⟫
    },
    revalidate: 60,
  };
}

export default function Legacy({ site, token }: { site: string; token: string }) {
  const [rows, setRows] = useState([]);
  useEffect(() => {
    fetch(`https://my.sealmetrics.com/api/v1/stats/entrances?site_id=${site}`, { headers: { 'X-API-Key': token } }) ⟪authorized-call-from-client⟫
      .then((response) => (response.ok ? response.json() : []))
      .then(setRows);
  }, [site, token]);
  return <p>{rows.length}</p>;
}
