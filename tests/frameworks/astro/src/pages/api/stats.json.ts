import type { APIRoute } from 'astro';
import { SEALMETRICS_API_TOKEN } from 'astro:env/server';

export const GET: APIRoute = async ({ url }) => {
  const response = await fetch(`https://my.sealmetrics.com/api/v1/stats/visits?range=${url.searchParams.get('range')}`, {
    headers: { Authorization: `Bearer ${SEALMETRICS_API_TOKEN}` },
  });
  return new Response(await response.text(), { status: response.status, headers: { 'Content-Type': 'application/json' } });
};

export const POST: APIRoute = async () => new Response(JSON.stringify({ token: SEALMETRICS_API_TOKEN })); ⟪token-sent-to-client⟫
