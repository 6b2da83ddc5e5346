import { NextRequest, NextResponse } from 'next/server';
import { z } from 'zod';

const Query = z.object({ account: z.string().min(3).max(64) });
const BASE = process.env.SEALMETRICS_BASE_URL ?? 'https://my.sealmetrics.com/api/v1';

function headers(): HeadersInit {
  const key = process.env.SEALMETRICS_API_KEY;
  if (!key) throw new Error('SEALMETRICS_API_KEY is missing');
  return { 'X-API-Key': key, Accept: 'application/json' };
}

export async function GET(request: NextRequest) {
  const parsed = Query.safeParse(Object.fromEntries(request.nextUrl.searchParams));
  if (!parsed.success) {
    return NextResponse.json({ error: 'account is required' }, { status: 400 });
  }

  const upstream = await fetch(`${BASE}/stats/conversions?account_id=${parsed.data.account}`, {
    headers: headers(),
    next: { revalidate: 300 },
  });

  if (upstream.status === 401 || upstream.status === 403) {
    console.error('sealmetrics refused the key', upstream.status);
    return NextResponse.json({ error: 'analytics unavailable' }, { status: 502 });
  }
  const body = await upstream.json();
  return NextResponse.json({ rate: body.conversions / Math.max(1, body.sessions) });
}
