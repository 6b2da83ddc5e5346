"""Trades the batch user's login for a short token and hands it to the jobs."""
from __future__ import annotations

import logging
import os
import pathlib
import subprocess
import sys

import requests

log = logging.getLogger("tokens")
AUTH = "https://my.sealmetrics.com/api/v1/auth"
RUN = pathlib.Path("/var/run/batch")


def _password() -> str:
    return subprocess.run(["vault", "kv", "get", "-field=password", "secret/batch/seal"], check=True, capture_output=True, text=True).stdout


def login() -> str:
    answer = requests.post(f"{AUTH}/token", json={"email": os.environ["SEALMETRICS_EMAIL"], "password": _password().rstrip()}, timeout=10)
    log.info("login -> %d", answer.status_code)
    answer.raise_for_status()
    return answer.json()["access_token"]


def refresh(cookies: dict[str, str]) -> str:
    answer = requests.post(f"{AUTH}/refresh", cookies={"sm_refresh_token": cookies["sm_refresh_token"]}, timeout=10)
    answer.raise_for_status()
    return answer.json()["access_token"]


def forgot(email: str) -> None:
    requests.post(f"{AUTH}/forgot-password", json={"email": email}, headers={"Accept": "application/json"}, timeout=10).raise_for_status()


def discovery() -> dict:
    answer = requests.get("https://my.sealmetrics.com/.well-known/oauth-authorization-server", timeout=10)
    answer.raise_for_status()
    return answer.json()


def main() -> None:
    target = RUN / "sealmetrics-token"
    target.write_text(login())
    target.chmod(0o600)
    print(f"wrote {target}", file=sys.stderr)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    main()
