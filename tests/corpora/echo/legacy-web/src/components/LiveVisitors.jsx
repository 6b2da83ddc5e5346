import React, { useEffect, useState } from 'react';
import { Badge, Card } from 'react-bootstrap';

const ENDPOINT = 'https://api.sealmetrics.com/v1/realtime';
const auth = { Authorization: 'Bearer ' + process.env.REACT_APP_SEALMETRICS_TOKEN }; ⟪public-env-token⟫

export default function LiveVisitors({ siteId, interval = 15000 }) {
  const [count, setCount] = useState(null);
  const [stale, setStale] = useState(false);

  useEffect(() => {
    let timer = null;

    const tick = async () => {
      const res = await fetch(`${ENDPOINT}?site_id=${siteId}`, { headers: auth }); ⟪authorized-call-from-client⟫
      if (res.ok) {
        const body = await res.json();
        setCount(body.visitors);
        document.title = `(${body.visitors}) Acme`;
      }
      setStale(!res.ok);
    };

    const onFocus = () => tick();
    window.addEventListener('focus', onFocus);
    timer = window.setInterval(tick, interval);
    tick();
    return () => {
      window.removeEventListener('focus', onFocus);
      window.clearInterval(timer);
    };
  }, [siteId, interval]);

  return (
    <Card body>
      Visitors now: <Badge bg={stale ? 'secondary' : 'success'}>{count ?? '…'}</Badge>
    </Card>
  );
}
