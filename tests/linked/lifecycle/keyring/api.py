import os

import requests

BASE = "https://my.sealmetrics.com/api/v1"
SESSION = {"Authorization": f"Bearer {os.environ['SEAL_SESSION']}"}


def create_token(name, scopes, expires_in_days):
    body = {"name": name, "scopes": scopes, "account_ids": ["acme"], "expires_in_days": expires_in_days}
    answer = requests.post(f"{BASE}/api-tokens", headers=SESSION, json=body, timeout=20)
    answer.raise_for_status()
    return answer.json()["token"]


def revoke(token_id):
    requests.delete(f"{BASE}/api-tokens/{token_id}", headers=SESSION, timeout=20).raise_for_status()
