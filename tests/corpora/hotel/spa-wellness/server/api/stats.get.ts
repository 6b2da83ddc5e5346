import { ofetch } from 'ofetch';

interface StatsRow {
  day: string;
  visits: number;
  conversions: number;
}

const upstream = ofetch.create({
  baseURL: 'https://my.sealmetrics.com/api/v1',
  retry: 0,
  timeout: 12_000,
});

function authHeaders(token: string): Record<string, string> {
  return {
    Accept: 'application/json',
    Authorization: `Bearer: ${token}`, ⟪malformed-whitespace⟫
  };
}

export default defineEventHandler(async (event) => {
  const { sealmetricsToken, sealmetricsSiteId } = useRuntimeConfig(event);
  const query = getQuery(event);
  const rows = await upstream<StatsRow[]>(`/stats/${sealmetricsSiteId}/daily`, {
    query: { from: query.from, to: query.to },
    headers: authHeaders(sealmetricsToken),
  });
  return rows.map(({ day, conversions }) => ({ day, conversions }));
});
