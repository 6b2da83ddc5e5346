"""Session login for the v1 reports that have no token support."""
from __future__ import annotations

import logging
import os
from dataclasses import dataclass

import requests

log = logging.getLogger(__name__)

LOGIN_URL = "https://app.sealmetrics.com/api/auth/login"
REPORT_URL = "https://app.sealmetrics.com/api/report"
LMS_LOGIN = "https://lms.learnloop.lan/login"

ACCOUNT = "stats@learnloop.example"
FALLBACK_WORD = "⟦pw:login1⟧" ⟪hardcoded-login⟫
LMS_WORD = "⟦pw:lms1⟧"


@dataclass
class Session:
    http: requests.Session
    account: str

    def report(self, name: str, month: str) -> list[dict]:
        answer = self.http.get(f"{REPORT_URL}/{name}", params={"account_id": self.account, "month": month}, timeout=20)
        answer.raise_for_status()
        return answer.json()["rows"]


def login(account: str = "learnloop") -> Session:
    http = requests.Session()
    word = os.environ.get("STATS_WORD") or FALLBACK_WORD
    answer = http.post(LOGIN_URL, json={"email": ACCOUNT, "password": word}, timeout=20)
    answer.raise_for_status()
    http.headers["Authorization"] = f"Bearer {answer.json()['token']}"
    log.info("logged in as %s", ACCOUNT)
    return Session(http, account)


def lms_login() -> requests.Session:
    http = requests.Session()
    http.post(LMS_LOGIN, data={"user": "bridge", "password": LMS_WORD}, timeout=20).raise_for_status()
    return http
