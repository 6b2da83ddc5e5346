import { NextResponse } from 'next/server';
import { TokenProblem } from '@bakery/analytics';
import { seal } from '../../../lib/seal';

interface Rows {
  data: { path: string; visits: number }[];
}

export async function GET() {
  try {
    const { data } = await seal.get<Rows>('/stats/pages', { site_id: 'bakery-shop', range: '7d' });
    return NextResponse.json(data.filter((row) => row.path.startsWith('/bread/')).slice(0, 5));
  } catch (error) {
    const status = error instanceof TokenProblem ? 503 : 502;
    return NextResponse.json({ error: 'not available' }, { status });
  }
}
