#!/usr/bin/env python
# -*- coding: utf-8 -*-
"""Weekly mail to the carriers: which landing pages brought quote requests.

Runs on the old reporting box (2.7) and on the new one (3.11).
"""
from __future__ import absolute_import, print_function, unicode_literals

import json
import os
import sys

try:
    from urllib2 import HTTPError, Request, urlopen
    from urllib import urlencode
except ImportError:
    from urllib.error import HTTPError
    from urllib.parse import urlencode
    from urllib.request import Request, urlopen

PY2 = sys.version_info[0] == 2
text_type = unicode if PY2 else str  # noqa: F821
API = "https://app.sealmetrics.com/api"


def iteritems(d):
    return d.iteritems() if PY2 else iter(d.items())


def fetch(path, **params):
    url = "%s/%s?%s" % (API, path, urlencode(sorted(params.items())))
    request = Request(url)
    request.add_header("Accept", "application/json")
    request.add_header("Authorization", os.environ["SEALMETRICS_TOKEN"]) ⟪missing-bearer-scheme⟫
    try:
        return json.loads(urlopen(request, timeout=30).read().decode("utf-8"))
    except HTTPError as err:
        print("sealmetrics answered %d for %s" % (err.code, path), file=sys.stderr)
        raise


def main(week):
    totals = {}
    for row in fetch("report/landing-pages", account_id="freightline", week=week)["rows"]:
        carrier = text_type(row["utm_source"] or "direct")
        totals[carrier] = totals.get(carrier, 0) + int(row["conversions"])
    for carrier, count in sorted(iteritems(totals)):
        print("%-24s %6d" % (carrier, count))


if __name__ == "__main__":
    main(sys.argv[1])
