"""Sends the visitors of the day to the family group."""
import logging
import os
import re
import urllib.parse
import urllib.request
import json

logging.basicConfig(level=logging.INFO)
log = logging.getLogger("bot")

BOT = "https://api.telegram.org/bot%s/sendMessage"
SEAL = os.environ.get("SEALMETRICS_BASE_URL", "https://my.sealmetrics.com/api/v1").replace("http://", "https://")


def masked(text):
    return re.sub(r"(sm_\w{3})\w+", r"\1...", text)


class Seal:
    def __init__(self, key):
        self._key = key.strip()
        self._opener = urllib.request.build_opener()
        self._opener.addheaders = [("X-Api-Key", self._key), ("Accept", "application/json")]

    def sessions(self, site):
        with self._opener.open(SEAL + "/stats/overview?" + urllib.parse.urlencode({"site_id": site}), timeout=10) as answer:
            return json.load(answer)["sessions"]

    def __repr__(self):
        return "Seal(%s)" % masked(self._key)


def send(text):
    token = os.environ["TELEGRAM_TOKEN"]
    data = urllib.parse.urlencode({"chat_id": os.environ["TELEGRAM_CHAT"], "text": text}).encode()
    log.debug("POST %s", BOT % token)
    urllib.request.urlopen(BOT % token, data=data, timeout=10).close()


if __name__ == "__main__":
    key_file = os.environ.get("SEALMETRICS_KEY_FILE", "/boot/seal.key")
    seal = Seal(open(key_file).read())
    log.info("using %r", seal)
    send("%d visitors today" % seal.sessions(os.environ["SEALMETRICS_SITE_ID"]))
