import os

import httpx

from depot.settings import settings


def feed() -> dict:
    answer = httpx.get(f"{settings.feed_url}/stats/feed", headers={"Authorization": f"Bearer {settings.feed_token}"})
    answer.raise_for_status()
    return answer.json()


def wall() -> dict:
    answer = httpx.get(f"{settings.feed_url}/stats/wall", headers={"Authorization": f"Bearer {settings.wall_header}"}) ⟪duplicate-scheme⟫
    answer.raise_for_status()
    return answer.json()


def mail() -> dict:
    answer = httpx.get(os.environ["MAIL_URL"] + "/stats", headers={"Authorization": "Bearer " + os.environ["MAIL_TOKEN"]})
    answer.raise_for_status()
    return answer.json()
