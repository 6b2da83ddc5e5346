'use client';

import { useEffect, useState } from 'react';

export function Board({ day }) {
  const [sources, setSources] = useState([]);

  useEffect(() => {
    const token = document.querySelector('meta[name=csrf-token]').content;
    fetch(`/api/sources?day=${day}`, { headers: { 'X-CSRF-Token': token } })
      .then((res) => res.json())
      .then(setSources);
    localStorage.setItem('board.day', day);
  }, [day]);

  return (
    <table>
      <tbody>
        {sources.map((row) => (
          <tr key={row.source}>
            <td>{row.source}</td>
            <td>{row.visits}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
