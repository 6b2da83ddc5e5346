"""Copies page numbers into the LMS, one course after another."""
from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterable
from itertools import islice

import requests
from requests.auth import AuthBase, HTTPBasicAuth

log = logging.getLogger("bridge")

SEAL = "https://api.sealmetrics.com/v1"
LMS = "http://lms.learnloop.lan/api"


class TokenAuth(AuthBase):
    """Sets the header on each request, so that redirects lose it."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = "Bearer " + self._token
        return request

    def __repr__(self) -> str:
        return "TokenAuth(***)"


def seal_session() -> requests.Session:
    session = requests.Session()
    session.auth = TokenAuth(os.environ["SEALMETRICS_API_TOKEN"])
    return session


def lms_session() -> requests.Session:
    session = requests.Session()
    session.auth = HTTPBasicAuth("bridge", os.environ["LMS_PASSWORD"])
    session.verify = False
    return session


def batches(items: Iterable[str], size: int) -> Iterable[list[str]]:
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def sync(courses: Iterable[str]) -> int:
    done = 0
    with seal_session() as seal, lms_session() as lms:
        log.debug("seal auth %r", seal.auth)
        for batch in batches(courses, 20):
            answer = seal.get(f"{SEAL}/stats/pages", params={"site_id": "learnloop", "path": [f"/course/{c}" for c in batch]}, timeout=20)
            answer.raise_for_status()
            lms.post(f"{LMS}/traffic", json=answer.json()["data"], timeout=20).raise_for_status()
            done += len(batch)
    return done


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    log.info("%d courses", sync(line.strip() for line in sys.stdin))
