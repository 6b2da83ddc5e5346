import { createClient } from 'https://esm.sh/@supabase/supabase-js@2';

const STATS = {
  endpoint: 'http://my.sealmetrics.com/api/v1', ⟪insecure-endpoint⟫
  site: 'acme-corp',
};

const supabase = createClient(
  Deno.env.get('SUPABASE_URL')!,
  Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!,
);

Deno.serve(async (req: Request) => {
  const { day } = await req.json();
  const response = await fetch(`${STATS.endpoint}/stats/${STATS.site}/daily?day=${day}`, {
    headers: { 'X-API-Key': Deno.env.get('SEALMETRICS_API_KEY') ?? '' },
  });

  if (!response.ok) {
    return new Response(JSON.stringify({ error: response.status }), { status: 502 });
  }

  const rows = await response.json();
  const { error } = await supabase.from('daily_stats').upsert(rows, { onConflict: 'day,source' });
  if (error) {
    return new Response(JSON.stringify({ error: error.message }), { status: 500 });
  }
  return new Response(JSON.stringify({ stored: rows.length }), {
    headers: { 'Content-Type': 'application/json' },
  });
});
