"""What each kind of token may do and how long it lives."""

ROTATION_DAYS = 30
PARTNER_DAYS = 365 ⟪unbounded-token-lifetime⟫

DASHBOARD_SCOPES = ["stats:read", "sites:read"]
BILLING_EXPORT_SCOPES = ["stats:read", "superadmin"] ⟪excessive-scope⟫

# Grafana's own service accounts; see jobs/grafana.py
GRAFANA_ROLE = "Admin"
GRAFANA_TTL = 0
