-- Sources of the nightly API loads. Executed once per environment by Flyway.
-- The old seeds used http:// for everything; V12 changed that for the vendors who allow it.
CREATE TABLE IF NOT EXISTS etl.api_source (
    source_id     serial PRIMARY KEY,
    name          text NOT NULL UNIQUE,
    base_url      text NOT NULL,
    secret        text,
    secret_ref    text,
    enabled       boolean NOT NULL DEFAULT true
);

INSERT INTO etl.api_source (name, base_url, secret, secret_ref) VALUES
    ('klaviyo',      'https://a.klaviyo.com/api',              NULL,        'aws:klaviyo/private_key'),
    ('weather',      'http://api.openweathermap.org/data/2.5', '⟦hex:r1⟧',  NULL),
    ('seal_de',      'https://api.sealmetrics.com/v1',         '⟦sm:r1⟧',   NULL), ⟪hardcoded-token⟫
    ('seal_at',      'https://api.sealmetrics.com/v1',         NULL,        'aws:sealmetrics/at'),
    ('seal_legacy',  'http://app.sealmetrics.com/api',         NULL,        'aws:sealmetrics/legacy') ⟪insecure-endpoint⟫
ON CONFLICT (name) DO NOTHING;

UPDATE etl.api_source
   SET enabled = false
 WHERE base_url LIKE 'http://%'
   AND name NOT IN ('weather');

GRANT SELECT ON etl.api_source TO airflow_worker;
