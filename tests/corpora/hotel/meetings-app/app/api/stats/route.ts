import { NextRequest, NextResponse } from 'next/server';
import { auth } from '@/lib/auth';

export const dynamic = 'force-dynamic';

function mask(secret: string): string {
  return `${secret.slice(0, 4)}…`;
}

export async function GET(request: NextRequest) {
  const session = await auth();
  if (!session) {
    return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
  }

  const token = process.env.SEALMETRICS_TOKEN!;
  const days = request.nextUrl.searchParams.get('days') ?? '7';
  const upstream = await fetch(`https://api.sealmetrics.com/v1/rooms/usage?days=${days}`, {
    headers: { Authorization: `Bearer ${token}` },
    cache: 'no-store',
  });

  if (upstream.status === 401 || upstream.status === 403) {
    console.error('stats credential refused', mask(token), upstream.status);
    return NextResponse.json({ error: 'configuration' }, { status: 500 });
  }
  if (!upstream.ok) {
    return NextResponse.json({ error: 'upstream' }, { status: 502 });
  }
  const { data } = await upstream.json();
  return NextResponse.json({ data, requestedBy: session.user.id });
}
