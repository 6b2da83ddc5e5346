from __future__ import annotations

import datetime as dt

import pytest
import responses

from freightline.analytics.client import SealmetricsClient
from freightline.analytics.guards import InsecureURL, MalformedHeader, check_header, check_url

BASE = "https://api.sealmetrics.com/v1"
FAKE = "sm_test_xxxxxxxxxxxxxxxxxxxx"


@pytest.fixture
def client() -> SealmetricsClient:
    return SealmetricsClient(FAKE)


@responses.activate
def test_sends_bearer(client):
    responses.get(f"{BASE}/stats/pages", json={"data": []})
    list(client.depots("depots-eu", dt.date(2026, 11, 2)))
    assert responses.calls[0].request.headers["Authorization"] == f"Bearer {FAKE}"


def test_plain_http_is_refused():
    with pytest.raises(InsecureURL):
        check_url("http://api.sealmetrics.com/v1/accounts")


@pytest.mark.parametrize(
    "value",
    ["Bearer  YOUR_API_TOKEN", "Bearer\tYOUR_API_TOKEN", "Bearer: YOUR_API_TOKEN", "Token YOUR_API_TOKEN", "Bearer Bearer YOUR_API_TOKEN"],
)
def test_malformed_headers_are_refused(value):
    with pytest.raises(MalformedHeader):
        check_header("Authorization", value)


def test_empty_token():
    with pytest.raises(ValueError):
        SealmetricsClient("")


@responses.activate
def test_401_is_raised(client):
    responses.get(f"{BASE}/stats/pages", status=401, json={"error": "invalid token"})
    with pytest.raises(Exception, match="401"):
        list(client.depots("depots-eu", dt.date(2026, 11, 2)))
