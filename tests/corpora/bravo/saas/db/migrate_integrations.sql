-- moves credentials out of the table; the column keeps a reference only
BEGIN;

ALTER TABLE integration ADD COLUMN credential_ref text;

UPDATE integration SET credential_ref = 'vault:secret/sealmetrics#api_key' WHERE name = 'sealmetrics';
UPDATE integration SET credential_ref = 'vault:secret/helpdesk#token' WHERE name = 'helpdesk';
UPDATE integration SET credential = NULL;

-- rows that were typed by hand as http://api.sealmetrics.com
UPDATE integration
   SET base_url = 'https://api.sealmetrics.com/v1'
 WHERE name = 'sealmetrics' AND base_url NOT LIKE 'https://%';

UPDATE integration SET base_url = 'http://helpdesk.internal.example/api/v2' WHERE name = 'helpdesk';
UPDATE integration SET account_id = '⟦objid:migrateint⟧' WHERE name = 'sealmetrics' AND account_id IS NULL;

COMMIT;
