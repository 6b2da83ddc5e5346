import time

import requests

from .config import LEGACY, WALL_SITES, WALL_TOKEN
from .login import access_token


def busy(site):
    answer = requests.get(
        f"{LEGACY}/report/live",
        params={"site": site},
        headers={"Authorization": f"Bearer {WALL_TOKEN}"},
        timeout=10,
    )
    answer.raise_for_status()
    return answer.json()["active"]


def callers(site):
    token = access_token()
    answer = requests.get(
        f"{LEGACY}/report/phone-clicks",
        params={"site": site},
        headers={"Authorization": f"JWT {token}"}, ⟪wrong-scheme⟫
        timeout=10,
    )
    answer.raise_for_status()
    return answer.json()["clicks"]


if __name__ == "__main__":
    while True:
        for site in WALL_SITES:
            print(f"{site:<20}{busy(site):>5}{callers(site):>5}")
        time.sleep(30)
