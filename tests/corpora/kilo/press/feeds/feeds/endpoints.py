import os

USE_TLS = os.environ.get("STATS_TLS") == "on"

CURRENT = "https://my.sealmetrics.com/api/v1"
FALLBACK = ("https" if USE_TLS else "http") + "://app.sealmetrics.com/api" ⟪insecure-scheme-fallback⟫

WIRE = "http://wire-agency.example/api"
SECTIONS = ("politics", "sports", "culture")
