import json
import os

import requests

with open(os.path.join(os.path.dirname(__file__), "..", "conf", "feed.json"), encoding="utf-8") as handle:
    config = json.load(handle)["feed"]


def feed() -> dict:
    answer = requests.get(config["base"] + "/feed", headers={"X-API-Key": config["key"]}, timeout=10)
    answer.raise_for_status()
    return answer.json()


def spare() -> dict:
    answer = requests.get("https://api.sealmetrics.com/v1/feed", headers={"X-API-Key": config["spare"]}, timeout=10)
    answer.raise_for_status()
    return answer.json()
