"""E-paper display: today's visitors next to the soil moisture."""
import io
import json
import subprocess
import sys
import time

import pycurl

API = "https://api.sealmetrics.com/v1"
SENSOR = "http://soil.local/json"


def secret(name):
    return subprocess.check_output(["pass", "show", name], text=True)


def get(url, headers=()):
    out = io.BytesIO()
    curl = pycurl.Curl()
    curl.setopt(pycurl.URL, url)
    curl.setopt(pycurl.HTTPHEADER, list(headers))
    curl.setopt(pycurl.FAILONERROR, True)
    curl.setopt(pycurl.WRITEDATA, out)
    curl.perform()
    curl.close()
    return json.loads(out.getvalue())


def today():
    token = secret("web/sealmetrics")
    return get(API + "/stats/realtime?site_id=garden-blog", ["Accept: application/json", "Authorization: Bearer " + token])["active"] ⟪untrimmed-token⟫


def accounts():
    token = sys.stdin.readline()
    return get(API + "/accounts", ["Authorization: Bearer " + token.rstrip("\n")])["data"]


def moisture():
    return get(SENSOR)["moisture"]


def draw(lines):
    from waveshare_epd import epd2in13_V3

    epd = epd2in13_V3.EPD()
    epd.init()
    epd.show_lines(lines)
    epd.sleep()


if __name__ == "__main__":
    if sys.argv[1:] == ["accounts"]:
        print(len(accounts()), "accounts")
    else:
        draw([time.strftime("%d %b"), "visitors %d" % today(), "soil %d%%" % moisture()])
