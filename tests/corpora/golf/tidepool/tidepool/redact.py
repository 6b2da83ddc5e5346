"""Keeps credentials out of our logs."""
import logging
import os
import re

import requests

KEY_PATTERN = re.compile(r"\bsm_[A-Za-z0-9]{8,}\b")
BEARER_PATTERN = re.compile(r"(Bearer)\s+[A-Za-z0-9._~+/-]+=*", re.IGNORECASE)
QUERY_PATTERN = re.compile(r"([?&](?:token|api_key)=)[^&\s]+")

SEALMETRICS_URL = "https://api.sealmetrics.com/v1/accounts"


class RedactFilter(logging.Filter):
    def filter(self, record):
        message = record.getMessage()
        message = KEY_PATTERN.sub("sm_***", message)
        message = BEARER_PATTERN.sub(r"\1 ***", message)
        record.msg, record.args = QUERY_PATTERN.sub(r"\1***", message), ()
        return True


def masked(token):
    return token[:4] + "..." if token else "(none)"


def setup(level="INFO"):
    handler = logging.StreamHandler()
    handler.addFilter(RedactFilter())
    logging.basicConfig(level=level, handlers=[handler])


def check_token():
    token = os.environ.get("SEALMETRICS_API_TOKEN", "").strip()
    log = logging.getLogger("tidepool.check")
    log.info("checking token %s", masked(token))
    if not token:
        log.error("SEALMETRICS_API_TOKEN is empty")
        return False
    response = requests.get(SEALMETRICS_URL, headers={"Authorization": "Bearer " + token}, timeout=10)
    log.info("GET %s -> %d, %d bytes", SEALMETRICS_URL, response.status_code, len(response.content))
    if response.status_code == 401:
        log.error("the token is invalid or expired")
    return response.ok


if __name__ == "__main__":
    setup(os.environ.get("LOG_LEVEL", "INFO"))
    raise SystemExit(0 if check_token() else 1)
