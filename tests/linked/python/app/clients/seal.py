import requests

from ..config import BASE


class SealClient:
    def __init__(self, token):
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def accounts(self):
        answer = self.session.get(f"{BASE}/accounts")
        answer.raise_for_status()
        return answer.json()


def bearer(token, scheme="Bearer"):
    return {"Authorization": f"{scheme} {token}"}


def call(path, headers):
    answer = requests.get("https://api.sealmetrics.com/v1" + path, headers=headers)
    answer.raise_for_status()
    return answer.json()
