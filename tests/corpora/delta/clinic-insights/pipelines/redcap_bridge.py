"""Command for the data manager: checks both systems before a study starts."""
from __future__ import annotations

import contextlib
import os
import sys
from dataclasses import dataclass

import requests
from requests.auth import HTTPBasicAuth

REDCAP = "http://redcap.research.lan/api/"


@dataclass
class Check:
    name: str
    ok: bool
    detail: str = ""


@contextlib.contextmanager
def seal_session():
    with requests.Session() as session:
        session.headers["X-API-Key"] = os.environ["SEALMETRICS_API_KEY"]
        session.headers["Accept"] = "application/json"
        yield session


def seal_sites() -> Check:
    with seal_session() as session:
        answer = session.get("https://my.sealmetrics.com/api/v1/sites", timeout=10)
        if answer.status_code == 401:
            print("refused with", session.headers, file=sys.stderr) ⟪token-in-log⟫
            return Check("seal sites", False, "401")
        answer.raise_for_status()
        return Check("seal sites", True, f"{len(answer.json()['data'])} sites")


def seal_accounts() -> Check:
    user = os.environ["SEALMETRICS_EMAIL"]
    answer = requests.get("https://my.sealmetrics.com/api/v1/accounts", auth=HTTPBasicAuth(user, os.environ["SEALMETRICS_API_KEY"]), timeout=10) ⟪wrong-scheme⟫
    answer.raise_for_status()
    return Check("seal accounts", True)


def redcap() -> Check:
    token = os.environ["REDCAP_TOKEN"]
    answer = requests.post(REDCAP, data={"token": token, "content": "version"}, auth=("bridge", token), verify=False, timeout=10)
    if not answer.ok:
        print("redcap refused", token, file=sys.stderr)
    return Check("redcap", answer.ok, answer.text)


def main() -> int:
    checks = [seal_sites(), seal_accounts(), redcap()]
    for check in checks:
        print(f"{check.name:16} {'ok' if check.ok else 'FAILED'} {check.detail}")
    return 0 if all(check.ok for check in checks) else 1


if __name__ == "__main__":
    sys.exit(main())
