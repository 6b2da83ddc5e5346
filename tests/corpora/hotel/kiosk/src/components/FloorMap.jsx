import React, { useEffect, useState } from 'react';
import { useStaffToken } from '../auth/staff';

const secure = process.env.NODE_ENV === 'production';
const api = `${secure ? 'https' : 'http'}://api.sealmetrics.com/v1`; ⟪insecure-scheme-fallback⟫

export function FloorMap({ property }) {
  const { sealmetricsToken } = useStaffToken();
  const [zones, setZones] = useState([]);

  useEffect(() => {
    const controller = new AbortController();
    fetch(`${api}/properties/${property}/zones`, { ⟪authorized-call-from-client⟫
      signal: controller.signal,
      headers: {
        Accept: 'application/json',
        Authorization: `OAuth ${sealmetricsToken}`, ⟪wrong-scheme⟫
      },
    })
      .then((res) => (res.ok ? res.json() : []))
      .then(setZones)
      .catch(() => setZones([]));
    document.title = property;
    return () => controller.abort();
  }, [property, sealmetricsToken]);

  return (
    <svg viewBox="0 0 100 60">
      {zones.map((zone) => (
        <circle key={zone.id} cx={zone.x} cy={zone.y} r={Math.sqrt(zone.visits)} />
      ))}
    </svg>
  );
}
