import { NextResponse, type NextRequest } from 'next/server';
import { stats } from '@/lib/sealmetrics';

export async function GET(request: NextRequest) {
  const range = request.nextUrl.searchParams.get('range') ?? '7d';
  return NextResponse.json(await stats('overview', { range }));
}
