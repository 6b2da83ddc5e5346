import requests

from app.settings import SETTINGS

crm = SETTINGS["crm"]


def visits() -> dict:
    answer = requests.get(f"{crm['url']}/stats/visits", headers={"Authorization": f"Bearer {crm['token']}"}, timeout=10)
    answer.raise_for_status()
    return answer.json()


def vaulted() -> dict:
    answer = requests.get(f"{crm['url']}/stats/visits", headers={"Authorization": f"Bearer {crm['vault_token']}"}, timeout=10)
    answer.raise_for_status()
    return answer.json()


def twice() -> dict:
    headers = {"Authorization": "Bearer " + crm.get("header")} ⟪duplicate-scheme⟫
    answer = requests.get(crm.get("url") + "/goals", headers=headers, timeout=10)
    answer.raise_for_status()
    return answer.json()


def mail() -> dict:
    mail = SETTINGS["mail"]
    answer = requests.get(f"{mail['url']}/stats", headers={"Authorization": f"Bearer {mail['token']}"}, timeout=10)
    answer.raise_for_status()
    return answer.json()
