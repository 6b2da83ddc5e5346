import { NextRequest, NextResponse } from 'next/server';
import { auth } from '@/lib/auth';

export const runtime = 'nodejs';
export const revalidate = 300;

const API = 'https://api.sealmetrics.com/v1';

export async function GET(request: NextRequest) {
  const session = await auth();
  if (!session) return NextResponse.json({ error: 'unauthenticated' }, { status: 401 });

  const metric = request.nextUrl.searchParams.get('metric') ?? 'entrances';
  const res = await fetch(`${API}/stats/${encodeURIComponent(metric)}?site_id=${process.env.NEXT_PUBLIC_SEALMETRICS_SITE_ID}`, {
    headers: { Authorization: `Bearer ${process.env.SEALMETRICS_API_TOKEN}` },
    next: { revalidate: 300, tags: ['stats'] },
  });
  if (!res.ok) {
    console.warn(`stats/${metric} answered ${res.status}`);
    return NextResponse.json({ error: 'upstream' }, { status: 502 });
  }
  const data = await res.json();
  return NextResponse.json({ metric, points: data.points });
}
