import os

from sessions import calm, eager, hasty, of_others

BASE = "https://my.sealmetrics.com/api/v1"
HEADERS = {"X-API-Key": os.environ["SEALMETRICS_API_KEY"]}
first, second, third, other = hasty(), eager(), calm(), of_others()


def pages() -> list[dict]:
    answer = first.get(f"{BASE}/stats/pages", headers=HEADERS, timeout=10)
    answer.raise_for_status()
    return answer.json()["data"]


def sites() -> list[dict]:
    answer = second.get(f"{BASE}/sites", headers=HEADERS, timeout=10)
    answer.raise_for_status()
    return answer.json()["data"]


def goals() -> list[dict]:
    answer = third.get(f"{BASE}/goals", headers=HEADERS, timeout=10)
    answer.raise_for_status()
    return answer.json()["data"]


def headlines() -> list[dict]:
    answer = other.get("https://wire.example/headlines", timeout=10)
    answer.raise_for_status()
    return answer.json()["data"]
