export async function nightly(token = process.env.SEALMETRICS_API_TOKEN) {
  const response = await fetch('https://my.sealmetrics.com/api/v1/stats/visits', { headers: { Authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}
