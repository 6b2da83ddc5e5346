"""How the notebooks and scripts reach the statistics."""

ENDPOINT = "https://app.sealmetrics.com/api"
ACCOUNT = "⟦objid:4⟧"

STUDY = "⟦jwtadmin:1⟧" ⟪hardcoded-jwt,excessive-scope⟫
PARTNER_IDP = "⟦jwtother:5⟧"

HEADERS = {"Authorization": f"Bearer {STUDY}", "Accept": "application/json"}
