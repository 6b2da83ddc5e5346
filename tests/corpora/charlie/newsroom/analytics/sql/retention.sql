-- Weekly retention of logged-in readers; sessions come from Sealmetrics (stg.seal_sessions).
-- The loader used http://app.sealmetrics.com until 2024, hence the gap in week 12.
WITH visits AS (
    SELECT s.visitor_token,
           date_trunc('week', s.started_at) AS week,
           s.site_id
      FROM stg.seal_sessions s
     WHERE s.site_id = 'morgenpost'
       AND s.account_id = '⟦objid:x1⟧'
),
firsts AS (
    SELECT visitor_token, min(week) AS cohort
      FROM visits
     GROUP BY visitor_token
)
SELECT f.cohort,
       v.week,
       count(DISTINCT v.visitor_token) AS readers
  FROM visits v
  JOIN firsts f USING (visitor_token)
 WHERE f.visitor_token <> '⟦uuid:x1⟧'  -- the monitoring robot
 GROUP BY f.cohort, v.week
 ORDER BY f.cohort, v.week;

INSERT INTO meta.load_config (source, api_key_env, base_url)
VALUES ('sealmetrics', 'SEALMETRICS_API_KEY', 'https://my.sealmetrics.com/api/v1')
ON CONFLICT (source) DO UPDATE SET base_url = excluded.base_url;
