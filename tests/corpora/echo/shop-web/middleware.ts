import { NextRequest, NextResponse } from 'next/server';

const CSP = [
  "default-src 'self'",
  "script-src 'self' https://cdn.sealmetrics.com https://t.sealmetrics.com",
  "connect-src 'self' https://t.sealmetrics.com",
  "img-src 'self' https://pixel.sealmetrics.com data:",
].join('; ');

export function middleware(request: NextRequest) {
  const forwarded = request.headers.get('x-forwarded-proto');
  if (forwarded === 'http') {
    const url = request.nextUrl.clone();
    url.protocol = 'https:';
    return NextResponse.redirect(url, 308);
  }
  const response = NextResponse.next();
  response.headers.set('Content-Security-Policy', CSP);
  response.cookies.set('seal_site', process.env.NEXT_PUBLIC_SEALMETRICS_SITE_ID ?? 'acme-corp', { path: '/' });
  return response;
}

export const config = { matcher: ['/((?!_next|favicon.ico).*)'] };
