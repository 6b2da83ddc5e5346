import time

import jwt
import requests

from .config import LEGACY, LOGIN

_cached = None


def access_token():
    """Token of the hotline's own user, renewed shortly before its end."""
    global _cached
    if _cached:
        claims = jwt.decode(_cached, options={"verify_signature": False})
        if claims["exp"] - time.time() > 30:
            return _cached
    answer = requests.post(f"{LEGACY}/auth/login", json=LOGIN, timeout=10)
    if answer.status_code == 401:
        raise SystemExit("the hotline's login does not work any more")
    answer.raise_for_status()
    _cached = answer.json()["token"]
    return _cached
