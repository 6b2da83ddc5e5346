-- seed data of the staging database
BEGIN;

CREATE TABLE IF NOT EXISTS integration (
    id          serial PRIMARY KEY,
    name        text NOT NULL UNIQUE,
    base_url    text NOT NULL,
    account_id  text,
    credential  text
);

INSERT INTO integration (name, base_url, account_id, credential) VALUES
    ('helpdesk', 'http://helpdesk.internal.example/api', NULL, '⟦hex:seedhelpdesk⟧'),
    ('sealmetrics', 'https://my.sealmetrics.com/api/v1', 'acme-corp', '⟦sm:seeds⟧'), ⟪hardcoded-token⟫
    ('stripe', 'https://api.stripe.com/v1', NULL, 'vault:secret/stripe#key')
ON CONFLICT (name) DO NOTHING;

UPDATE integration
   SET base_url = 'http://api.sealmetrics.com/v1' ⟪insecure-endpoint⟫
 WHERE name = 'sealmetrics' AND account_id = 'legacy';

COMMIT;
