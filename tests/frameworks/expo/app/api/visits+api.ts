export async function GET() {
  const response = await fetch('https://my.sealmetrics.com/api/v1/stats/visits', {
    headers: { Authorization: `Bearer ${process.env.SEALMETRICS_API_TOKEN}` },
  });
  return Response.json(await response.json(), { status: response.status });
}
