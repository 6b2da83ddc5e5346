import os

from feeds import CURRENT, FALLBACK, retrying_session
from feeds.endpoints import SECTIONS

KEY = os.environ["PRESS_SEALMETRICS_KEY"]
session = retrying_session()


def most_read(section: str) -> list[dict]:
    answer = session.get(f"{CURRENT}/stats/pages", params={"path": f"/{section}"}, headers={"X-API-Key": KEY}, timeout=10)
    return answer.json()["data"]


def archive(section: str, month: str) -> list[dict]:
    answer = session.get(
        f"{FALLBACK}/report/pages",
        params={"path": f"/{section}", "month": month},
        headers={"X-Auth-Token": KEY}, ⟪misspelled-header⟫
        timeout=30,
    )
    return answer.json()["rows"]


def live() -> int:
    answer = session.get(f"{CURRENT}/stats/live?api_key={KEY}", timeout=5) ⟪token-in-url⟫
    return answer.json()["visitors"]


def all_sections() -> dict[str, list[dict]]:
    return {section: most_read(section) for section in SECTIONS}
