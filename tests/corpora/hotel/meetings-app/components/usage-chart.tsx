'use client';

import useSWR from 'swr';
import { BarChart } from '@/components/ui/bar-chart';
import { Skeleton } from '@/components/ui/skeleton';

const BASE = process.env.NEXT_PUBLIC_SEALMETRICS_BASE_URL ?? 'https://api.sealmetrics.com/v1';
const ACCESS = process.env.NEXT_PUBLIC_SEALMETRICS_TOKEN; ⟪public-env-token⟫

type Row = { room: string; minutes: number };

async function fetcher(path: string): Promise<Row[]> {
  const res = await fetch(`${BASE}${path}`, { ⟪authorized-call-from-client⟫
    headers: { Authorization: `Bearer ${ACCESS}` },
  });
  if (!res.ok) {
    throw new Error(`usage: ${res.status}`);
  }
  return res.json();
}

export function UsageChart({ days }: { days: number }) {
  const { data, error, isLoading } = useSWR(`/rooms/usage?days=${days}`, fetcher, {
    revalidateOnFocus: false,
    shouldRetryOnError: false,
  });

  if (isLoading) return <Skeleton className="h-64 w-full" />;
  if (error) return <p role="alert">The usage report is not available.</p>;
  return <BarChart data={data ?? []} x="room" y="minutes" />;
}
