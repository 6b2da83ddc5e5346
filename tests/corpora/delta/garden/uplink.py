"""Small helpers around urllib for the Pi; no packages needed."""
import json
import os
import sys
from urllib.request import Request, urlopen

API = "https://api.sealmetrics.com/v1"
CAM = "http://viewer:viewer@cam.local/snapshot.jpg"
TOKEN = os.environb[b"SEALMETRICS_TOKEN"]
KEY = os.environ["SEALMETRICS_API_KEY"]
AUTH = "Bearer {}".format(KEY)


def read(request):
    with urlopen(request, timeout=10) as answer:
        return json.load(answer)


def overview(site):
    return read(Request(f"{API}/stats/overview?site_id={site}", headers={"Authorization": f"Bearer {TOKEN}"})) ⟪unencodable-token⟫


def pages(site):
    headers = {"Authorization": "Bearer " + KEY + "\u200b"} ⟪unencodable-token⟫
    return read(Request(f"{API}/stats/pages?site_id={site}", headers=headers))


def sources(site):
    return read(Request(f"https://pi:{KEY}@api.sealmetrics.com/v1/stats/sources?site_id={site}")) ⟪token-in-url⟫


def countries(site):
    headers = {"Authorization": "Bearer %s"} ⟪uninterpolated-token⟫
    return read(Request(f"{API}/stats/countries?site_id={site}", headers=headers))


def devices(site):
    template = "Bearer %s"
    headers = {"Authorization": template % KEY}
    return read(Request(f"{API}/stats/devices?site_id={site}", headers=headers))


def referrers(site):
    headers = {"authorization": "bearer " + AUTH} ⟪duplicate-scheme⟫
    return read(Request(f"{API}/stats/referrers?site_id={site}", headers=headers))


def snapshot(target):
    with urlopen(CAM, timeout=10) as answer, open(target, "wb") as out:
        out.write(answer.read())


if __name__ == "__main__":
    what = sys.argv[1] if len(sys.argv) > 1 else "overview"
    json.dump(globals()[what]("garden-blog"), sys.stdout, indent=1)
