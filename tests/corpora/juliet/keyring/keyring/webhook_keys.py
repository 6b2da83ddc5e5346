import os

CURRENT = os.environ.get("SEALMETRICS_WEBHOOK_SECRET", "")
PREVIOUS = "⟦whsec:1⟧" ⟪hardcoded-webhook-secret⟫
