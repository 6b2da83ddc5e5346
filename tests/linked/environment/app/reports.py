import os

import requests


def accounts():
    answer = requests.get("https://api.sealmetrics.com/v1/accounts", headers={"Authorization": "Bearer " + os.environ["STATS_TOKEN"]})
    answer.raise_for_status()
    return answer.json()


def goals():
    answer = requests.get("https://api.sealmetrics.com/v1/goals", headers={"X-API-Key": os.environ["API_KEY"]})
    answer.raise_for_status()
    return answer.json()
