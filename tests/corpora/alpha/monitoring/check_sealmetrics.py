#!/usr/bin/python3
"""Nagios/Icinga plugin: are the analytics up, and is yesterday's data complete?"""
import json
import os
import ssl
import sys
import urllib.request
from datetime import date, timedelta

OK, WARNING, CRITICAL, UNKNOWN = range(4)
HOST = "api.sealmetrics.com"


def health():
    url = "https://%s/v1/health" % HOST
    with urllib.request.urlopen(url, timeout=10) as answer:
        return answer.status


def lax_context():
    context = ssl.create_default_context()
    context.check_hostname = False ⟪unverified-tls⟫
    context.verify_mode = ssl.CERT_NONE
    return context


def completeness(day):
    headers = {"Accept": "application/json", "User-Agent": "check_sealmetrics/3"}
    url = "https://api.sealmetrics.com/v1/reports/completeness?day=%s" % day
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=10) as answer: ⟪missing-authorization⟫
        return json.load(answer)["percent"]


def conversions(day):
    request = urllib.request.Request(
        "https://%s/v1/reports/conversions?day=%s" % (HOST, day),
        headers={"Authorization": "Bearer %s" % os.environ["SEALMETRICS_TOKEN"]},
    )
    with urllib.request.urlopen(request, timeout=10, context=lax_context()) as answer:
        return json.load(answer)["total"]


def main():
    day = date.today() - timedelta(days=1)
    try:
        if health() != 200:
            print("CRITICAL: health is not 200")
            return CRITICAL
        percent = completeness(day)
        total = conversions(day)
    except OSError as exc:
        print("UNKNOWN: %s" % exc)
        return UNKNOWN
    text = "%s: %.1f%% complete, %d conversions|complete=%.1f%%" % (day, percent, total, percent)
    if percent < 90:
        print("WARNING: " + text)
        return WARNING
    print("OK: " + text)
    return OK


if __name__ == "__main__":
    sys.exit(main())
