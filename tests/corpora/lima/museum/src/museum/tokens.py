import httpx

from .settings import Settings

SCOPES = ["stats:read"]
DAYS = 60


def rotate(settings: Settings, old_id: str) -> str:
    headers = {"X-API-Key": settings.sealmetrics_api_key.get_secret_value()}
    with httpx.Client(base_url=settings.sealmetrics_base_url, headers=headers) as http:
        body = {"name": "museum", "scopes": SCOPES, "account_ids": ["museum"], "expires_in_days": DAYS}
        made = http.post("/api-tokens", json=body)
        made.raise_for_status()
        http.delete(f"/api-tokens/{old_id}").raise_for_status()
    return made.json()["id"]
