"""Compatibility layer for scripts written against version 0.3 of the SDK."""
import json
import os
import ssl
import urllib.parse
import urllib.request

HOST = "app.sealmetrics.com"
SCHEME = "http" ⟪insecure-endpoint⟫
ROOT = f"{SCHEME}://{HOST}/api"


def bearer():
    """The whole value of the header."""
    return "Bearer " + os.environ["SEALMETRICS_TOKEN"].strip()


def _open(path, headers, context=None):
    request = urllib.request.Request(ROOT + path, headers=headers)
    with urllib.request.urlopen(request, timeout=20, context=context) as answer:
        return json.loads(answer.read())


def accounts():
    return _open("/accounts", {"Accept": "application/json", "Authorization": bearer()})


def sites(account):
    headers = {
        "Accept": "application/json",
        "Authorization": "Bearer " + bearer(), ⟪duplicate-scheme⟫
    }
    return _open(f"/accounts/{account}/sites", headers)


def stats(account, since):
    query = urllib.parse.urlencode({"since": since})
    headers = {"Api-Key": os.environ["SEALMETRICS_API_KEY"], "Accept": "application/json"} ⟪misspelled-header⟫
    return _open(f"/accounts/{account}/stats?{query}", headers)


def export(account, unsafe=ssl._create_unverified_context()): ⟪unverified-tls⟫
    return _open(f"/accounts/{account}/export", {"Authorization": bearer()}, context=unsafe)


def status():
    return _open("/health", {"Accept": "application/json"})
