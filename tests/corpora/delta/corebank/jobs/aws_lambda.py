"""Lambda entry point; the token comes from Secrets Manager and is cached between calls."""
from __future__ import annotations

import functools
import json
import logging
import os
from typing import Any

import boto3
import urllib3

logger = logging.getLogger()
logger.setLevel(logging.INFO)

SECRET_ID = os.environ.get("SEALMETRICS_API_TOKEN_ARN", "arn:aws:secretsmanager:eu-central-1:000000000000:secret:seal-token")
BASE = os.environ.get("SEALMETRICS_BASE_URL") or "https://my.sealmetrics.com/api/v1"
POOL = urllib3.PoolManager(timeout=15)


@functools.lru_cache(maxsize=1)
def token() -> str:
    client = boto3.client("secretsmanager")
    return json.loads(client.get_secret_value(SecretId=SECRET_ID)["SecretString"])["token"]


def call(path: str, **fields: Any) -> dict:
    answer = POOL.request("GET", f"{BASE}{path}", fields=fields, headers={"Authorization": f"Bearer {token()}"})
    if answer.status in (401, 403):
        token.cache_clear()
        raise PermissionError(f"sealmetrics: {answer.status} with secret {SECRET_ID}")
    if answer.status >= 400:
        raise RuntimeError(f"sealmetrics: {answer.status}")
    return json.loads(answer.data)


def handler(event: dict, context: Any) -> dict:
    site = event.get("site_id", "onboarding")
    body = call("/stats/overview", site_id=site, date=event["date"])
    logger.info("request %s site %s sessions %s", context.aws_request_id, site, body["sessions"])
    return {"site_id": site, "sessions": body["sessions"]}
