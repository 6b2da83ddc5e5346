SEALMETRICS_TOKEN = "⟦opaque:11⟧" ⟪hardcoded-token,shared-token⟫
SEALMETRICS_URL = "https://api.sealmetrics.com/v1"
PAGE_SIZE = 200
