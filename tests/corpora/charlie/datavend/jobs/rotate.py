"""Rotates every customer's API token: make a new one, store it, revoke the old one."""
from __future__ import annotations

import argparse
import logging
import os
from dataclasses import dataclass, field

import boto3
import requests

log = logging.getLogger("rotate")
API = "https://my.sealmetrics.com/api/v1/api-tokens"
LIFETIME_DAYS = 60
SCOPES = ("stats:read", "sites:read")


@dataclass(frozen=True)
class Issued:
    id: str
    prefix: str
    token: str = field(repr=False)


class Rotation:
    def __init__(self, session_token: str) -> None:
        self.http = requests.Session()
        self.http.headers["Authorization"] = f"Bearer {session_token}"
        self.vault = boto3.client("secretsmanager")

    def issue(self, account: str) -> Issued:
        body = {"name": f"vend-{account}", "scopes": list(SCOPES), "account_ids": [account], "expires_in_days": LIFETIME_DAYS}
        response = self.http.post(API, json=body, timeout=20)
        response.raise_for_status()
        made = response.json()
        return Issued(made["id"], made["token_prefix"], made["token"])

    def store(self, account: str, issued: Issued) -> None:
        self.vault.put_secret_value(SecretId=f"seal/{account}", SecretString=issued.token)

    def revoke(self, token_id: str) -> None:
        self.http.delete(f"{API}/{token_id}", timeout=20).raise_for_status()

    def rotate(self, account: str, old_id: str) -> None:
        issued = self.issue(account)
        self.store(account, issued)
        self.revoke(old_id)
        log.info("%s: %s replaced by %s (%s...)", account, old_id, issued.id, issued.prefix)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    parser = argparse.ArgumentParser()
    parser.add_argument("account")
    parser.add_argument("old_id")
    arguments = parser.parse_args()
    Rotation(os.environ["SEALMETRICS_SESSION_TOKEN"]).rotate(arguments.account, arguments.old_id)
