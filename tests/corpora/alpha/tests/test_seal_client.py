import json
from unittest import mock

import pytest
import responses

from services.reporting.seal_client import SealmetricsError, SealmetricsReporting

PROD_KEY = "⟦smlive:14⟧" ⟪hardcoded-token⟫
FAKE_KEY = "sm_test_xxxxxxxxxxxxxxxx"


@pytest.fixture
def client(monkeypatch):
    monkeypatch.setenv("SEALMETRICS_API_TOKEN", "changeme")
    return SealmetricsReporting(account_id="acme-corp")


@pytest.fixture
def expired():
    return {
        "access_token": "⟦jwtexp:14⟧", ⟪hardcoded-jwt⟫
        "token_type": "bearer",
        "expires_in": 900,
    }


@responses.activate
def test_rows_follow_the_page_token(client):
    url = "https://api.sealmetrics.com/v1/reports/acquisition"
    responses.add(responses.GET, url, json={"data": [1, 2], "next_page_token": "p2"})
    responses.add(responses.GET, url, json={"data": [3]})
    with mock.patch("services.reporting.seal_client.API_ROOT", "https://api.sealmetrics.com/v1"):
        assert client.last_week() == [1, 2, 3]


@responses.activate
@pytest.mark.parametrize("status", [401, 403])
def test_refusals_are_not_retried(client, status):
    with mock.patch("services.reporting.seal_client.API_ROOT", "https://api.sealmetrics.com/v1"):
        responses.add(responses.GET, "https://api.sealmetrics.com/v1/reports/acquisition", status=status)
        with pytest.raises(SealmetricsError) as caught:
            client.last_week()
    assert caught.value.status == status
    assert len(responses.calls) == 1


def test_token_answer_is_parsed(expired):
    answer = json.loads(json.dumps(expired))
    assert answer["access_token"].count(".") == 2


@pytest.mark.skipif("not config.getoption('--live')")
def test_live_overview():
    import requests

    reply = requests.get("https://my.sealmetrics.com/api/v1/stats/overview", headers={"X-API-Key": PROD_KEY}, timeout=10)
    assert reply.status_code == 200
