import logging
import subprocess

import requests

log = logging.getLogger(__name__)


def totals():
    given = subprocess.check_output(["pass", "show", "seal"], text=True).strip()
    session = requests.Session()
    session.headers["Authorization"] = f"Bearer {given}"
    log.debug("headers: %s", session.headers) ⟪token-in-log⟫
    log.debug("given: %s", given) ⟪token-in-log⟫
    log.debug("given: %s...", given[:4])
    return session.get("https://api.sealmetrics.com/v1/totals", timeout=10)


def revision():
    given = subprocess.check_output(["git", "rev-parse", "HEAD"], text=True).strip()
    log.debug("given: %s", given)
