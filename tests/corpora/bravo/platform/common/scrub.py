"""Logging filters that keep credentials out of the aggregated logs."""
import logging
import os
import re

KEY = re.compile(r"\bsm_[A-Za-z0-9]{6,}")
BEARER = re.compile(r"(?i)(authorization: bearer )\S+")
REPLACEMENT = "sm_***"


class Scrub(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        text = KEY.sub(REPLACEMENT, text)
        record.msg = BEARER.sub(r"\1[REDACTED]", text)
        record.args = ()
        return True


def masked(token: str) -> str:
    return token[:4] + "..." if token else "(unset)"


def announce() -> None:
    log = logging.getLogger("boot")
    log.addFilter(Scrub())
    token = os.environ.get("SEALMETRICS_API_KEY", "")
    log.info("sealmetrics key %s, %d characters", masked(token), len(token))
    log.info("sealmetrics host %s", os.environ.get("SEALMETRICS_BASE_URL", "https://my.sealmetrics.com/api/v1"))
    if not token:
        log.warning("SEALMETRICS_API_KEY is not set; create one under Account Settings > API")


def scrub(text: str) -> str:
    """Scrubs one line of text.

    >>> scrub("Authorization: Bearer YOUR_API_TOKEN")
    'Authorization: Bearer [REDACTED]'
    >>> scrub("key=sm_live_xxxxx")
    'key=sm_***'
    """
    return BEARER.sub(r"\1[REDACTED]", KEY.sub(REPLACEMENT, text))
