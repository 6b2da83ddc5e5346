import { NextRequest, NextResponse } from 'next/server';

export const runtime = 'nodejs';
export const revalidate = 60;

const API = process.env.SEALMETRICS_BASE_URL ?? 'https://api.sealmetrics.com/v1';

export async function GET(req: NextRequest) {
  const site = req.nextUrl.searchParams.get('site') ?? process.env.NEXT_PUBLIC_SEALMETRICS_SITE_ID;
  const token = process.env.SEALMETRICS_API_TOKEN;
  if (!token) {
    return NextResponse.json({ error: 'SEALMETRICS_API_TOKEN is not set' }, { status: 500 });
  }

  const res = await fetch(`${API}/sites/${site}/live`, {
    headers: { authorization: `bearer ${token}` },
    next: { revalidate: 60 },
  });
  if (!res.ok) {
    console.error('sealmetrics answered', res.status, 'for', site);
    return NextResponse.json({ visitors: null }, { status: 502 });
  }
  const { visitors } = await res.json();
  return NextResponse.json({ visitors });
}
