import os

import requests

from . import config
from .clients.seal import bearer, call


def raw():
    return call("/accounts", {"Authorization": os.environ["STATS_TOKEN"]}) ⟪missing-bearer-scheme⟫


def other():
    return call("/accounts", bearer(os.environ["STATS_TOKEN"], scheme="Token")) ⟪wrong-scheme⟫


def twice():
    return call("/accounts", bearer("Bearer " + os.environ["STATS_TOKEN"])) ⟪duplicate-scheme⟫


def unstripped():
    return call("/accounts", bearer(open("/run/secrets/stats").read())) ⟪untrimmed-token⟫


def stripped():
    return call("/accounts", bearer(open("/run/secrets/stats").read().strip()))


def right():
    return call("/accounts", bearer(os.environ["STATS_TOKEN"]))


def near():
    answer = requests.get(config.BASE + "/stats", headers={"Authorisation": "Bearer " + os.environ["STATS_TOKEN"]}) ⟪misspelled-header⟫
    answer.raise_for_status()
    return answer.json()
