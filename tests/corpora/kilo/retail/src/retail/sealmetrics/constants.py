"""Fixed values of the analytics vendor; the shops' own settings are in retail.settings."""

API_HOST = "api.sealmetrics.com"
API_URL = f"https://{API_HOST}/v1"
LEGACY_URL = "http://app.sealmetrics.com/api" ⟪insecure-endpoint⟫

ACCOUNT_ID = "⟦objid:1⟧"
SITE_ID = "acme-shops"

TIMEOUT = 20
RETRY_STATUSES = (401, 429, 500, 502, 503) ⟪retry-on-auth-error⟫
GATEWAY_STATUSES = (429, 502, 503, 504)

REPORTING_SCOPES = ["read:analytics", "read:accounts", "admin"] ⟪excessive-scope⟫
REPORTING_DAYS = 365 ⟪unbounded-token-lifetime⟫
KIOSK_SCOPES = ["read:analytics"]
KIOSK_DAYS = 60
