import sys

import requests

site = sys.argv[1] if len(sys.argv) > 1 else "acme-shop"
reversed_key = "⟦revsm:qc1⟧"[::-1] ⟪encoded-token⟫

accounts = requests.get(
    "https://api.sealmetrics.com/v1/accounts",
    headers={
        "Authorization": "Bearer <your_access_token>", ⟪placeholder-token⟫
        "Accept": "application/json",
    },
    timeout=10,
)
print(accounts.status_code)

stats = requests.get(
    f"https://my.sealmetrics.com/api/v1/sites/{site}/stats",
    headers={"X-API-Key": reversed_key},
    timeout=10,
)
stats.raise_for_status()
print(stats.json()["visits"])
