import configparser

import requests

cfg = configparser.ConfigParser()
cfg.read("conf/legacy.ini")


def stats() -> dict:
    url = "https://app.sealmetrics.com/api/report"
    answer = requests.get(url, headers={"Authorization": "Bearer " + cfg["stats"]["token"]}, params={"a": cfg.get("stats", "account")}, timeout=9)
    answer.raise_for_status()
    return answer.json()


def again() -> dict:
    url = "https://app.sealmetrics.com/api/report"
    answer = requests.get(url, headers={"Authorization": "Bearer " + cfg.get("stats", "spare")}, timeout=9)
    answer.raise_for_status()
    return answer.json()


def mail() -> dict:
    answer = requests.get("https://api.mailer.io/stats", headers={"Authorization": "Bearer " + cfg.get("mailer", "token")}, timeout=9)
    answer.raise_for_status()
    return answer.json()
