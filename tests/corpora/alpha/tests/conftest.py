import hashlib
import hmac
import os
import time

import pytest

os.environ.setdefault("SEALMETRICS_API_KEY", "⟦sm:128⟧") ⟪hardcoded-token⟫
os.environ.setdefault("SEALMETRICS_WEBHOOK_SECRET", "whsec_xxxxxxxxxxxxxxxxxxxxxxxx")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings.base")


def pytest_addoption(parser):
    parser.addoption("--live", action="store_true", help="also run the tests that call the real API")


@pytest.fixture(scope="session")
def vcr_config():
    return {"filter_headers": ["authorization", "x-api-key", "cookie"], "record_mode": "none"}


@pytest.fixture
def signed():
    def sign(body: bytes, timestamp: int | None = None, secret: str | None = None):
        timestamp = timestamp or int(time.time())
        secret = secret or os.environ["SEALMETRICS_WEBHOOK_SECRET"]
        digest = hmac.new(secret.encode(), b"%d." % timestamp + body, hashlib.sha256).hexdigest()
        return {"X-Sealmetrics-Timestamp": str(timestamp), "X-Sealmetrics-Signature": digest}

    return sign


@pytest.fixture
def staging_login():
    return {
        "url": "https://my.sealmetrics.com/api/v1/auth/token",
        "json": {"email": "qa@acme-corp.io", "password": "⟦pw:128⟧"}, ⟪hardcoded-login⟫
    }


@pytest.fixture
def staging_session(staging_login):
    import requests

    session = requests.Session()
    answer = session.post(**staging_login, timeout=10)
    answer.raise_for_status()
    session.headers["Authorization"] = "Bearer " + answer.json()["access_token"]
    return session


@pytest.fixture
def csrf_client(client):
    client.handler.enforce_csrf_checks = True
    client.cookies["csrftoken"] = "⟦opaque64:128⟧"
    return client
