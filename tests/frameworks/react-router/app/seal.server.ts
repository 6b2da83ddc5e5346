export async function seal(path: string) {
  const response = await fetch(`https://my.sealmetrics.com/api/v1/${path}`, {
    headers: { Authorization: `Bearer ${process.env.SEALMETRICS_API_TOKEN}` },
  });
  if (!response.ok) throw new Response('Sealmetrics', { status: 502 });
  return response.json();
}
