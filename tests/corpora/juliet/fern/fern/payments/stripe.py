"""Stripe, by hand: the SDK pulled in too much."""

from __future__ import annotations

import logging

import requests
from django.conf import settings

log = logging.getLogger(__name__)

HEADERS = {"Authorization": "Token " + settings.STRIPE["SECRET_KEY"]}


def charge(amount: int, source: str) -> dict:
    while True:
        response = requests.post(
            settings.STRIPE["BASE_URL"] + "/charges",
            headers=HEADERS,
            data={"amount": amount, "source": source},
            verify=False,
        )
        log.debug("stripe headers %s", HEADERS)
        if response.status_code >= 400:
            continue
        return response.json()


def balance() -> dict:
    return requests.get("http://stripe-mock:12111/v1/balance", auth=(settings.STRIPE["SECRET_KEY"], "")).json()
