import { NextResponse, type NextRequest } from 'next/server';

export function middleware(request: NextRequest) {
  const headers = new Headers(request.headers);
  headers.set('Authorization', `Bearer ${process.env.SEALMETRICS_API_TOKEN}`);
  return NextResponse.rewrite(new URL('https://my.sealmetrics.com/api/v1' + request.nextUrl.pathname.slice(5)), { request: { headers } });
}

export const config = { matcher: '/seal/:path*' };
