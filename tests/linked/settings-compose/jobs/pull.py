import os

import requests

BASE = os.environ["VISITS_BASE"]


def pull() -> dict:
    answer = requests.get(BASE + "/stats", headers={"Authorization": "Bearer " + os.environ["VISITS_AUTHORIZATION"]}, timeout=9) ⟪duplicate-scheme⟫
    answer.raise_for_status()
    return answer.json()
