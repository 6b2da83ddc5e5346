"""Shared fixtures: nothing here talks to the network."""
import os
import secrets
import string

import httpx
import pytest

ALPHABET = string.ascii_letters + string.digits


@pytest.fixture
def api_key() -> str:
    """A fresh key with the documented shape."""
    return "sm_" + "".join(secrets.choice(ALPHABET) for _ in range(61))


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch):
    for name in list(os.environ):
        if name.startswith(("SEALMETRICS_", "SEAL_METRICS_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("SEALMETRICS_API_KEY", "sm_test_xxxxxxxxxxxxxxxx")
    monkeypatch.setenv("SEALMETRICS_BASE_URL", "http://localhost:9999/v1")
    monkeypatch.setenv("SEALMETRICS_WEBHOOK_SECRET", "changeme")


@pytest.fixture
def transport(api_key):
    def answer(request: httpx.Request) -> httpx.Response:
        if request.headers.get("authorization") != f"Bearer {api_key}":
            return httpx.Response(401, json={"error": "invalid_token"})
        return httpx.Response(200, json={"data": []})

    return httpx.MockTransport(answer)


@pytest.fixture
def client(transport, api_key):
    with httpx.Client(
        transport=transport,
        base_url="https://api.sealmetrics.com/v1",
        headers={"Authorization": f"Bearer {api_key}"},
    ) as http:
        yield http
