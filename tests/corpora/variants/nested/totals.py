import os

import requests

TOTALS = "https://api.sealmetrics.com/v1/totals"


def totals():
    options = {"timeout": 10}
    options["headers"] = {"Accept": "application/json"}
    options["headers"]["Authorization"] = f"Token {os.environ['SEALMETRICS_TOKEN']}" ⟪wrong-scheme⟫
    return requests.get(TOTALS, **options)


def bare():
    options = {"timeout": 10, "headers": {"Accept": "application/json"}}
    options["headers"]["Accept-Language"] = "en"
    return requests.get(TOTALS, **options) ⟪missing-authorization⟫


def right():
    options = {"timeout": 10, "headers": {}}
    options["headers"]["X-API-Key"] = os.environ["SEALMETRICS_API_KEY"]
    return requests.get(TOTALS, **options)
