"""Fetches connector secrets from Vault or AWS and hands them to the clients."""
from __future__ import annotations

import functools
import os
import subprocess
from pathlib import Path

import boto3
import hvac
from sealmetrics import SealMetrics

SEALMETRICS_API_KEY_ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/sealmetrics-a1B2c3"
SEALMETRICS_TOKEN_REF = "op://platform/sealmetrics/api-key"
SEALMETRICS_API_KEY_FILE = "/run/secrets/sealmetrics_api_key"
SEALMETRICS_VAULT_PATH = "secret/data/platform/sealmetrics"


@functools.cache
def from_vault(field: str = "api_key") -> str:
    client = hvac.Client(url=os.environ["VAULT_ADDR"], token=Path("~/.vault-token").expanduser().read_text().strip())
    answer = client.secrets.kv.v2.read_secret_version(path="platform/sealmetrics")
    return answer["data"]["data"][field]


@functools.cache
def from_aws() -> str:
    return boto3.client("secretsmanager").get_secret_value(SecretId=SEALMETRICS_API_KEY_ARN)["SecretString"]


def from_file(path: str = SEALMETRICS_API_KEY_FILE) -> str:
    return Path(path).read_text(encoding="utf-8").strip()


def from_1password() -> str:
    done = subprocess.run(["op", "read", SEALMETRICS_TOKEN_REF], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def client(account_id: str = "⟦objid:vault⟧") -> SealMetrics:
    backend = os.environ.get("SECRETS_BACKEND", "vault")
    key = {"vault": from_vault, "aws": from_aws, "file": from_file, "op": from_1password}[backend]()
    return SealMetrics(api_key=key, account_id=account_id)
