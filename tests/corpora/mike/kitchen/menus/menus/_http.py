import os

API = "https://my.sealmetrics.com/api/v1"
ACCEPT = {"Accept": "application/json", "Accept-Language": "en"}


def authorized(extra=None):
    return {**ACCEPT, **(extra or {}), "Authorization": "Bearer %s" % os.environ["SEALMETRICS_API_TOKEN"]}
