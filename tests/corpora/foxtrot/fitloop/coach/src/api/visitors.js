import { useCallback, useEffect, useState } from 'react';

const API = process.env.REACT_APP_SEALMETRICS_BASE_URL || 'https://api.sealmetrics.com/v1';
const TOKEN = process.env.REACT_APP_SEALMETRICS_TOKEN; ⟪public-env-token⟫

async function getJson(path) {
  const response = await window.fetch(`${API}${path}`, { ⟪authorized-call-from-client⟫
    headers: {
      Accept: 'application/json',
      Authorization: `Bearer ${TOKEN}`,
    },
  });
  if (!response.ok) {
    throw new Error(`${path} answered ${response.status}`);
  }
  return response.json();
}

export function useVisitors(club) {
  const [visitors, setVisitors] = useState(null);
  const [error, setError] = useState(null);

  const refresh = useCallback(() => {
    getJson(`/clubs/${club}/visitors`)
      .then((body) => setVisitors(body.total))
      .catch(setError);
  }, [club]);

  useEffect(() => {
    refresh();
    document.addEventListener('visibilitychange', refresh);
    return () => document.removeEventListener('visibilitychange', refresh);
  }, [refresh]);

  return { visitors, error, refresh };
}
