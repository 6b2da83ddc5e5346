-- Integrations that every new shop starts with. Tokens are typed in by the shop's owner later.
BEGIN;

CREATE TABLE IF NOT EXISTS integrations (
    id            serial PRIMARY KEY,
    vendor        text NOT NULL,
    base_url      text NOT NULL,
    public_id     text,
    secret_ref    text,
    api_token     text,
    auth_scheme   text,
    enabled       boolean NOT NULL DEFAULT false,
    created_at    timestamptz NOT NULL DEFAULT now(),
    CHECK (vendor <> 'sealmetrics' OR base_url LIKE 'https://%')
);

INSERT INTO integrations (vendor, base_url, public_id, secret_ref, api_token, auth_scheme, enabled) VALUES
    ('sealmetrics', 'https://my.sealmetrics.com/api/v1', 'vinoteca-madrid', 'vault:kv/shops/1/sealmetrics', NULL, 'Bearer', true),
    ('sealmetrics', 'https://my.sealmetrics.com/api/v1', '⟦objid:vinosql⟧', NULL, 'YOUR_API_TOKEN', 'Bearer', false);

INSERT INTO integrations (vendor, base_url, public_id, api_token, auth_scheme, enabled) VALUES
    ('cellartracker', 'http://cellar.vinoteca.lan/api', 'vt-01', '⟦opaque:cellar⟧', '', true),
    ('parcel', 'https://api.parcel.example/v2', NULL, '⟦uuid:parcel⟧', 'Token', true);

-- until 2024 this row said http://my.sealmetrics.com/api/v1
UPDATE integrations
   SET base_url = replace(base_url, 'http://legacy.vinoteca.lan', 'https://stats.vinoteca.lan')
 WHERE vendor = 'cellartracker'
   AND enabled;

CREATE INDEX IF NOT EXISTS integrations_vendor_idx ON integrations (vendor) WHERE enabled;

COMMIT;
