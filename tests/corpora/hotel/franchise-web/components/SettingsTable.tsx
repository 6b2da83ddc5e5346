'use client';

import { useMemo } from 'react';

interface Props {
  rows: { name: string; value: string }[];
}

const SECRET = /token|key|secret|password/i;

function shown(name: string, value: string): string {
  return SECRET.test(name) ? `${value.slice(0, 4)}…` : value;
}

export function SettingsTable({ rows }: Props) {
  const sorted = useMemo(() => [...rows].sort((a, b) => a.name.localeCompare(b.name)), [rows]);
  return (
    <table>
      <thead>
        <tr>
          <th>Setting</th>
          <th>Value</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>SEALMETRICS_API_TOKEN</td>
          <td>set on the server, never sent to the browser</td>
        </tr>
        {sorted.map((row) => (
          <tr key={row.name}>
            <td>{row.name}</td>
            <td>{shown(row.name, row.value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
