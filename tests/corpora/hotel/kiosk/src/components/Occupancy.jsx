import React, { useEffect, useReducer } from 'react';
import { getIdToken } from '../auth/session';

// Figures come from Sealmetrics through our own back end, which holds the key.
const ENDPOINT = '/api/analytics/occupancy';

function reducer(state, action) {
  switch (action.type) {
    case 'loaded':
      return { rows: action.rows, failed: false };
    case 'failed':
      return { ...state, failed: true };
    default:
      return state;
  }
}

export function Occupancy({ floor }) {
  const [state, dispatch] = useReducer(reducer, { rows: [], failed: false });

  useEffect(() => {
    let active = true;
    (async () => {
      const idToken = await getIdToken();
      const res = await fetch(`${ENDPOINT}?floor=${floor}`, {
        headers: { Authorization: `Bearer ${idToken}` },
      });
      if (!active) return;
      dispatch(res.ok ? { type: 'loaded', rows: await res.json() } : { type: 'failed' });
    })();
    return () => {
      active = false;
    };
  }, [floor]);

  if (state.failed) return <p>No data</p>;
  return (
    <ul>
      {state.rows.map((row) => (
        <li key={row.room}>{row.room}</li>
      ))}
    </ul>
  );
}
