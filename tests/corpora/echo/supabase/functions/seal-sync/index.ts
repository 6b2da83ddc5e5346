import { createClient } from 'npm:@supabase/supabase-js@2';

const plain = Deno.env.get('SEAL_PLAIN') === '1';
const base = `${plain ? 'http' : 'https'}://api.sealmetrics.com/v1`; ⟪insecure-scheme-fallback⟫

const supabase = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);

Deno.serve(async (req) => {
  const { account, day } = await req.json();
  const res = await fetch(`${base}/stats/daily?account_id=${account}&date=${day}`, {
    headers: {
      Accept: 'application/json',
      Authorization: `Bearer: ${Deno.env.get('SEALMETRICS_API_TOKEN')}`, ⟪malformed-whitespace⟫
    },
  });
  if (!res.ok) {
    return new Response(JSON.stringify({ error: res.status }), { status: 502 });
  }
  const { rows } = await res.json();
  const { error } = await supabase.from('daily_stats').upsert(rows.map((r: Record<string, unknown>) => ({ account, day, ...r })));
  return new Response(JSON.stringify({ stored: error ? 0 : rows.length }), {
    headers: { 'content-type': 'application/json' },
  });
});
