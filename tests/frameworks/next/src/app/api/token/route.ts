import { NextResponse } from 'next/server';

export async function GET() {
  return NextResponse.json({ token: process.env.SEALMETRICS_API_TOKEN }); ⟪token-sent-to-client⟫
}

export async function POST() {
  const response = await fetch('https://my.sealmetrics.com/api/v1/auth/token', {
    method: 'POST',
    body: new URLSearchParams({ username: process.env.SEAL_METRICS_EMAIL!, password: process.env.SEAL_METRICS_PASSWORD! }),
  });
  if (!response.ok) return NextResponse.json({ error: 'login' }, { status: 502 });
  const { access_token: accessToken } = await response.json();
  const answer = NextResponse.json({ connected: true });
  answer.cookies.set('sm', accessToken, { httpOnly: true, secure: true });
  return answer;
}
