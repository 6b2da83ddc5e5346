import { useEffect, useState } from 'react';

export function Today() {
  const [visits, setVisits] = useState(0);

  useEffect(() => {
    const session = localStorage.getItem('orchard.session');
    fetch('/api/seal/today', { headers: { Authorization: `Bearer ${session}` } })
      .then((res) => (res.ok ? res.json() : Promise.reject(new Error(String(res.status)))))
      .then((data) => setVisits(data.visits))
      .catch((error) => console.error('today failed', error));
  }, []);

  return <h1>{visits} visits today</h1>;
}
