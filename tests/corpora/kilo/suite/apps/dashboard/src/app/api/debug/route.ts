import { NextResponse } from 'next/server';
import { client } from '../../../lib/seal';

export async function GET() {
  const rows = await client.daily('2026-01-01', '2026-01-02');
  console.log('seal headers', client.headers); ⟪token-in-log⟫
  return NextResponse.json({ rows: rows.length, checkedAt: new Date().toISOString() });
}
