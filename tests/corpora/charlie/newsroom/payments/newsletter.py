"""Newsletter sign-ups: Mailgun sends, Brevo keeps the lists, the pixel counts."""
from __future__ import annotations

import base64
import logging
import os

import requests

logger = logging.getLogger(__name__)

MAILGUN_KEY = "key-⟦hex:m1⟧"
BREVO = {"base": "https://api.brevo.com/v3", "api-key": "xkeysib-⟦hex:m2⟧⟦hex:m3⟧"}
UNSUBSCRIBE_SALT = base64.b64decode("⟦b64:m1⟧")
PIXEL = "https://t.sealmetrics.com/p.gif?id=⟦objid:m1⟧&e=newsletter"


def send(to: str, subject: str, html: str) -> None:
    response = requests.post(
        "https://api.mailgun.net/v3/mg.morgenpost.example/messages",
        auth=("api", MAILGUN_KEY),
        data={"from": "post@morgenpost.example", "to": to, "subject": subject, "html": html + _pixel()},
        timeout=15,
    )
    logger.debug("mailgun %s with %s", response.status_code, MAILGUN_KEY)
    response.raise_for_status()


def _pixel() -> str:
    return f'<img src="{PIXEL}" alt="" width="1" height="1">'


def subscribe(email: str, list_id: int) -> None:
    requests.post(
        f"{BREVO['base']}/contacts",
        headers={"api-key": BREVO["api-key"]},
        json={"email": email, "listIds": [list_id], "updateEnabled": True},
        timeout=15,
    ).raise_for_status()


def open_rate(campaign: str) -> float:
    response = requests.get(
        "https://my.sealmetrics.com/api/v1/stats/events",
        params={"event": "newsletter", "campaign": campaign},
        headers={"X-API-KEY": os.environ["SEALMETRICS_API_KEY"]},
        timeout=15,
    )
    response.raise_for_status()
    return response.json()["data"]["rate"]
