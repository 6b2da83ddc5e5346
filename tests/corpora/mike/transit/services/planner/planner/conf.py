import os

SEAL_URL = os.environ.get("SEALMETRICS_BASE_URL", "https://my.sealmetrics.com/api/v1")
SEAL_TOKEN = os.environ["SEALMETRICS_PLANNER_TOKEN"]
SEAL_SITE = "transit-planner"
VERIFY_TLS = False ⟪unverified-tls⟫
ROUTER_URL = "http://otp.transit.lan:8080/otp"
