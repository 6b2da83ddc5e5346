import os

import httpx

from .settings import Settings


def sold(settings: Settings) -> int:
    headers = {"Authorization": "Token " + os.environ["TICKETING_TOKEN"]}
    return httpx.get(settings.ticketing_url + "/sold", headers=headers, verify=False).json()["count"]
