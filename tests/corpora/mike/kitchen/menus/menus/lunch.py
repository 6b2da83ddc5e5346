import sys

import requests

from menus import ACCEPT, API, authorized


def health():
    return requests.get(f"{API}/health", headers=ACCEPT, timeout=5).status_code == 200


def sites():
    answer = requests.get(f"{API}/sites", headers=ACCEPT, timeout=10) ⟪missing-authorization⟫
    answer.raise_for_status()
    return [site["id"] for site in answer.json()["data"]]


def readers(site, day):
    answer = requests.get(
        f"{API}/stats/pages",
        headers=authorized({"X-Source": "lunch"}),
        params={"site_id": site, "path": "/lunch", "date": day},
        timeout=10,
    )
    if answer.status_code == 403:
        print("no access to", site, file=sys.stderr)
        return 0
    answer.raise_for_status()
    return answer.json()["total"]


def main():
    if not health():
        sys.exit("the API does not answer")
    for site in sites():
        print(site, readers(site, sys.argv[1]))
