import requests

from menus import API, authorized


def reservations(day):
    answer = requests.get(f"{API}/stats/conversions", headers=authorized(), params={"site_id": "kitchen", "date": day}, timeout=10)
    if answer.ok:
        return answer.json()["data"]
    raise RuntimeError(f"conversions: {answer.status_code}")


def token_check():
    headers = authorized()
    answer = requests.get(f"{API}/accounts", headers=headers, timeout=10)
    if answer.status_code == 401:
        raise RuntimeError(f"not accepted: {headers['Authorization']}") ⟪token-in-log⟫
    return answer.ok
