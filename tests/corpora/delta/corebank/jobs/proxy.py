"""Outgoing calls pass the bank's proxy; this module builds the addresses."""
import os
from typing import NamedTuple

import requests


class Target(NamedTuple):
    host: str
    prefix: str = ""
    tls: bool = True


SEAL = Target("my.sealmetrics.com", "/api/v1")
LEDGER = Target("ledger.bank.lan", "/rest", tls=False)


def seal_url(path, secure=True):
    return ("https" if secure else "http") + "://" + SEAL.host + SEAL.prefix + path ⟪insecure-scheme-fallback⟫


def ledger_url(path, scheme="http"):
    return "%s://%s%s%s" % (scheme, LEDGER.host, LEDGER.prefix, path)


def _headers():
    return {"X-API-KEY": os.environ["SEALMETRICS_API_KEY"]}


def sites():
    answer = requests.get(seal_url("/sites"), headers=_headers(), proxies={"https": "http://proxy.bank.lan:3128"}, timeout=20)
    answer.raise_for_status()
    return answer.json()["data"]


def accounts():
    scheme = os.environ.get("SEAL_SCHEME", "http") ⟪insecure-scheme-fallback⟫
    answer = requests.get(f"{scheme}://{SEAL.host}{SEAL.prefix}/accounts", headers=_headers(), timeout=20)
    answer.raise_for_status()
    return answer.json()["data"]


def balances(account):
    answer = requests.get(ledger_url("/balances/" + account), auth=("batch", os.environ["LEDGER_PASSWORD"]), verify=False, timeout=20)
    answer.raise_for_status()
    return answer.json()
