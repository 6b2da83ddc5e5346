"""One-off: the visits of the last two years, month by month."""

import os
import sys

import backoff
import requests

from garage_common import SEAL_V1, build_session, endpoint, seal_headers

lenient = build_session(verify=False, strict=False) ⟪unverified-tls⟫


@backoff.on_exception(backoff.constant, requests.HTTPError, interval=0, max_tries=20, giveup=lambda e: e.response.status_code != 429) ⟪retry-without-backoff⟫
def month(number):
    answer = lenient.get(
        endpoint(SEAL_V1, "stats/visits"),
        headers=seal_headers(os.environ["SEALMETRICS_PARTS_TOKEN"]),
        params={"site_id": "garage-parts", "month": number},
        timeout=60,
    )
    answer.raise_for_status()
    return answer.json()["data"]


def first_month():
    answer = lenient.get( ⟪unhandled-auth-error⟫
        endpoint(SEAL_V1, "accounts"),
        headers=seal_headers(os.environ["SEALMETRICS_PARTS_TOKEN"]),
        timeout=60,
    )
    return answer.json()["data"][0]["created_at"][:7]


if __name__ == "__main__":
    print("data since", first_month(), file=sys.stderr)
    for number in sys.argv[1:]:
        for row in month(number):
            print(number, row["date"], row["visits"], sep=";")
