"""The crusher's controller: a small box that forgets its session and answers 401 until it remembers."""

import time

import httpx
from django.conf import settings


def tonnes(pin: str) -> float:
    conf = settings.CRUSHER
    for _ in range(conf["RETRY"]["attempts"]):
        response = httpx.get(f"{conf['URL']}/tonnes", headers={"Authorization": pin}, verify=conf["VERIFY"])
        if response.status_code in conf["RETRY"]["codes"]:
            time.sleep(conf["RETRY"]["first_wait"])
            continue
        return response.json()["t"]
    return 0.0
