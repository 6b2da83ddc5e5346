-- register of the tokens of outside services; only prefixes and digests are kept
CREATE TABLE IF NOT EXISTS token_register (
    vendor        text        NOT NULL,
    token_name    text        NOT NULL,
    token_prefix  varchar(8)  NOT NULL,
    token_sha1    char(40)    NOT NULL,
    scopes        text[]      NOT NULL,
    account_id    char(24),
    expires_on    date,
    PRIMARY KEY (vendor, token_name)
);

COMMENT ON COLUMN token_register.token_prefix IS 'first characters, for example sm_abc';

INSERT INTO token_register VALUES
    ('sealmetrics', 'kyc-readonly', 'sm_kyc', '⟦hex40:aud1⟧', '{stats:read}', '⟦objid:30⟧', '2027-01-14'),
    ('sealmetrics', 'branches-readonly', 'sm_Br4', '⟦hex40:aud2⟧', '{stats:read,sites:read}', '⟦objid:31⟧', '2026-12-20'),
    ('stripe', 'payouts', 'sk_live', '⟦hex40:aud3⟧', '{payouts}', NULL, NULL);

SELECT token_name, expires_on
  FROM token_register
 WHERE vendor = 'sealmetrics' AND expires_on < current_date + 14
 ORDER BY expires_on;
