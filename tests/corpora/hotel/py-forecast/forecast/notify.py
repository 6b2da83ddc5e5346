"""Posts the forecast to the staff chat. The figures are Sealmetrics', read by forecast.tasks."""

import logging
from dataclasses import dataclass

import requests

logger = logging.getLogger(__name__)

CHAT_URL = "http://chat.lan/api/v4/posts"
CHAT_TOKEN = "⟦hex:py15⟧"
DASHBOARD = "https://my.sealmetrics.com/?site_id=acme-corp"


@dataclass
class Message:
    channel: str
    text: str

    def payload(self) -> dict[str, str]:
        return {"channel_id": self.channel, "message": f"{self.text}\n{DASHBOARD}"}


def send(message: Message) -> None:
    response = requests.post(
        CHAT_URL,
        params={"token": CHAT_TOKEN},
        headers={"Authorization": CHAT_TOKEN, "X-Auth-Token": CHAT_TOKEN},
        json=message.payload(),
        timeout=10,
        verify=False,
    )
    response.raise_for_status()
    logger.info("posted to %s", message.channel)
