#!/usr/bin/env python3
"""One-off: copies saved segments from the v1 API to the current one."""
import json
import os
import sys
import urllib.request

V1 = "http://app.sealmetrics.com/api" ⟪insecure-endpoint⟫
V2 = "https://my.sealmetrics.com/api/v1"
USER = "migrations@agency.example"
PHRASE = "⟦pw:migrate⟧" ⟪hardcoded-login⟫


def post(url, body, headers=None):
    request = urllib.request.Request(
        url,
        data=json.dumps(body).encode("utf-8"),
        headers={"Content-Type": "application/json", **(headers or {})},
        method="POST",
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def v1_token():
    return post(V1 + "/auth/login", {"email": USER, "password": PHRASE})["access_token"]


def segments(token):
    request = urllib.request.Request(V1 + "/segments", headers={"Authorization": "Bearer " + token})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)["segments"]


def main():
    dry = "--dry-run" in sys.argv
    token = v1_token()
    key = os.environ["SEALMETRICS_API_KEY"]
    for segment in segments(token):
        print("segment", segment["name"])
        if not dry:
            post(V2 + "/segments", {"name": segment["name"], "rules": segment["rules"]}, {"X-API-Key": key})


if __name__ == "__main__":
    main()
