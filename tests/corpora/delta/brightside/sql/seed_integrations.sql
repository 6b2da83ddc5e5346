-- integrations of the demo tenant; run after 003_integrations.sql
BEGIN;

INSERT INTO tenants (id, slug, name) VALUES
    ('⟦uuid:t1⟧', 'demo', 'Demo tenant'),
    ('⟦uuid:t2⟧', 'norden-bikes', 'Norden Bikes');

INSERT INTO integrations (tenant, vendor, base_url, site_id, credential, enabled) VALUES
    ('demo', 'plausible', 'http://plausible.brightside.lan', 'demo', '⟦opaque64:sql1⟧', true),
    ('demo', 'sealmetrics', 'https://my.sealmetrics.com/api/v1', 'demo', 'sm_live_xxxxx', false),
    ('norden-bikes', 'sealmetrics', 'https://my.sealmetrics.com/api/v1', 'norden-bikes', '⟦sm:sql2⟧', true), ⟪hardcoded-token⟫
    ('norden-bikes', 'meta', 'https://graph.facebook.com/v19.0', NULL, '⟦opaque:sql3⟧', true);

-- the first import wrote http://my.sealmetrics.com, which the job refuses
UPDATE integrations SET base_url = replace(base_url, 'http://', 'https://') WHERE vendor = 'sealmetrics';

UPDATE tenant_settings
   SET sealmetrics_webhook_secret = '⟦whsec:sql4⟧', ⟪hardcoded-webhook-secret⟫
       sealmetrics_token_name = 'norden-readonly',
       updated_at = now()
 WHERE tenant = 'norden-bikes';

COMMIT;
