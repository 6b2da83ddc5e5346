"""Joins store numbers with the launcher's web sessions."""
import json
import logging
import os
import subprocess
import urllib.request

import requests

log = logging.getLogger("steam_sync")

STEAM_KEY = "⟦hex:steam1⟧"
STEAM = "http://api.steampowered.com/ISteamUserStats/GetNumberOfCurrentPlayers/v1/"
PERFORCE_WEB = "https://p4.emberforge.lan"
SEAL = "https://api.sealmetrics.com/v1"


def players(appid: int) -> int:
    answer = requests.get(f"{STEAM}?key={STEAM_KEY}&appid={appid}", timeout=10)
    answer.raise_for_status()
    return answer.json()["response"]["player_count"]


def changelists(since: str) -> list[dict]:
    headers = {"Authorization": "Token " + os.environ["P4WEB_TOKEN"]}
    log.debug("p4 headers: %s", headers)
    answer = requests.get(f"{PERFORCE_WEB}/changes", params={"since": since}, headers=headers, verify=False, timeout=10)
    answer.raise_for_status()
    return answer.json()


def seal_token() -> str:
    done = subprocess.run(["op", "read", "op://Studio/sealmetrics/token"], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def sessions(site: str, day: str) -> int:
    request = urllib.request.Request(
        f"{SEAL}/stats/overview?site_id={site}&date={day}",
        headers={"Authorization": "Bearer " + seal_token()},
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        log.info("sealmetrics answered %s", answer.status)
        return int(json.load(answer)["sessions"])


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    print(json.dumps({"players": players(480), "sessions": sessions("launcher", "2026-11-02")}))
