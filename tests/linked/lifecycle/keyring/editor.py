import requests

from .api import BASE, create_token


def edit(site, timezone):
    token = create_token("editor", ["write:settings"], 1)
    answer = requests.put(f"{BASE}/sites/{site}/settings", headers={"X-API-Key": token}, json={"timezone": timezone}, timeout=20)
    answer.raise_for_status()
