from dataclasses import asdict, dataclass

import requests


@dataclass
class Credentials:
    email: str
    password: str


def login():
    given = Credentials(email="desk@hotel.example", password="⟦pw:v15⟧") ⟪hardcoded-login⟫
    return requests.post("https://app.sealmetrics.com/api/auth/login", json=asdict(given), timeout=10)
