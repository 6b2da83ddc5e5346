import pytest
import requests
import responses

from retail.sealmetrics import API_URL, SealClient, bearer


def test_bearer():
    assert bearer("abc")["Authorization"] == "Bearer abc"


@responses.activate
def test_forbidden_is_raised():
    responses.get(f"{API_URL}/accounts", status=403)
    with pytest.raises(requests.HTTPError):
        SealClient(token="test-token").accounts()


@responses.activate
def test_daily():
    responses.get(f"{API_URL}/stats/daily", json={"rows": [{"views": 3}]})
    assert SealClient(token="test-token").daily("acme", "2026-01-01")["rows"]
