import { HTTPError } from 'ky';
import { NextResponse } from 'next/server';
import { REPORTS, report, type Report } from '~/lib/seal';

export async function GET(request: Request, { params }: { params: { report: string } }) {
  if (!REPORTS.includes(params.report as Report)) {
    return NextResponse.json({ error: 'unknown report' }, { status: 404 });
  }
  const day = new URL(request.url).searchParams.get('day') ?? new Date().toISOString().slice(0, 10);
  try {
    return NextResponse.json({ rows: await report(params.report as Report, day) });
  } catch (error) {
    if (error instanceof HTTPError && [401, 403].includes(error.response.status)) {
      console.error('sealmetrics refused the token; it has to be renewed', error.response.status);
    }
    return NextResponse.json({ error: 'upstream' }, { status: 502 });
  }
}
