import { useEffect, useState } from 'react';
import { proxied, visits } from './api';

export default function App() {
  const [rows, setRows] = useState<unknown[]>([]);
  useEffect(() => {
    void visits('7d').then(setRows);
    void proxied();
    void fetch('https://my.sealmetrics.com/api/v1/accounts', { headers: { Authorization: `Bearer ${__SEAL_TOKEN__}` } }); ⟪authorized-call-from-client⟫
  }, []);
  return <p>{rows.length}</p>;
}
