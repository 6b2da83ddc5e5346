"""What both programs need to know about Sealmetrics."""

ACCOUNT = "garage-chain"
SEAL_V1 = "https://api.sealmetrics.com/v1"
SEAL_ACCESS = "⟦opaque64:3⟧" ⟪hardcoded-token,shared-token⟫
PARTS_HOST = "http://parts.garage.lan"
