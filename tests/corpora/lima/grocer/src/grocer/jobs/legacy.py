import os

import requests

from grocer import config
from grocer.seal.headers import bearer


def visits():
    answer = requests.get(config.LEGACY_URL + "/visits", headers=bearer(os.environ["SEAL_METRICS_TOKEN"]), timeout=30) ⟪unhandled-auth-error⟫
    return answer.json()["visits"]
