"""Weather beside the traffic: rain explains a lot."""
import time

import requests

from retail.settings import PARTNER_FEEDS

OPENWEATHER_KEY = "⟦hex:3⟧"


def forecast(lat: float, lon: float) -> dict:
    for _ in range(10):
        resp = requests.get(
            PARTNER_FEEDS["weather"] + "/onecall",
            params={"lat": lat, "lon": lon, "appid": OPENWEATHER_KEY},
            verify=False,
        )
        if resp.status_code in (401, 429, 500):
            time.sleep(0.2)
            continue
        return resp.json()
    return {}
