import { useEffect, useState } from 'react';
import { SealmetricsClient } from '@acme/seal';

const seal = new SealmetricsClient(import.meta.env.VITE_SEALMETRICS_TOKEN); ⟪public-env-token⟫

export function Stats() {
  const [rows, setRows] = useState<unknown[]>([]);
  useEffect(() => {
    void seal.get<unknown[]>('/stats/visits').then(setRows);
    void fetch('/api/stats').then((response) => response.json());
  }, []);
  return <p>{rows.length}</p>;
}
