#!/usr/bin/env python3
"""What does the API see? Sends a few calls and shows the answers; for support tickets."""
import json
import logging
import os
import sys

import requests

logging.basicConfig(level=logging.DEBUG, format="%(asctime)s %(message)s")
log = logging.getLogger("seal_debug")

ROOT = "https://my.sealmetrics.com/api/v1"
COOKIES = {
    "lang": "en",
    "sm_access_token": "⟦jwt:123⟧", ⟪hardcoded-jwt⟫
}


def env_headers():
    token = os.environ["SEALMETRICS_TOKEN"]
    return {"Accept": "application/json", "Authorization": "Bearer %s" % token}


def quoted_headers():
    token = os.environ["SEALMETRICS_TOKEN"]
    return {"Accept": "application/json", "Authorization": "Bearer “" + token + "”"} ⟪unencodable-token⟫


def show(name, reply):
    log.info("%s: %s %s in %d ms", name, reply.status_code, reply.reason, reply.elapsed.microseconds // 1000)
    log.info("request id %s", reply.headers.get("x-request-id"))
    json.dump(reply.json(), sys.stdout, indent=2)


def main():
    headers = env_headers()
    try:
        show("me", requests.get(ROOT + "/users/me", headers=headers, timeout=10))
        show("quoted", requests.get(ROOT + "/users/me", headers=quoted_headers(), timeout=10))
        show("cookie", requests.get(ROOT + "/users/me", headers=headers, cookies=COOKIES, timeout=10))
    except requests.RequestException as exc:
        log.error("call failed: %s; headers were %r", exc, headers) ⟪token-in-log⟫
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
