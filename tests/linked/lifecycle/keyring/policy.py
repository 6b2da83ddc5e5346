ROTATION_DAYS = 30
PARTNER_DAYS = 365 ⟪unbounded-token-lifetime⟫
READING = ["stats:read", "sites:read"]
BILLING = ["stats:read", "superadmin"] ⟪excessive-scope⟫
GRAFANA = {"role": "admin", "expires_in_days": 0}
