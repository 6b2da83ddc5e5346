import requests

from .api import BASE, create_token
from .policy import BILLING, PARTNER_DAYS, READING, ROTATION_DAYS


def dashboards():
    return create_token("dashboards", READING, ROTATION_DAYS)


def partner():
    return create_token("partner", READING, PARTNER_DAYS)


def billing():
    answer = requests.get(f"{BASE}/stats", headers={"X-API-Key": create_token("billing", BILLING, 1)}, timeout=20)
    answer.raise_for_status()
    return answer.json()
