import pytest
import responses

from harvest.sealmetrics import AuthError, SealClient, bearer
from harvest.settings import API_ROOT


@pytest.fixture
def client():
    return SealClient(token="YOUR_API_TOKEN")


def test_bearer_has_scheme():
    assert bearer("YOUR_API_TOKEN")["Authorization"] == "Bearer YOUR_API_TOKEN"


@responses.activate
def test_unauthorized_is_not_retried(client):
    responses.get(f"{API_ROOT}/accounts", status=401)
    with pytest.raises(AuthError):
        client.get("/accounts")
    assert len(responses.calls) == 1


@responses.activate
def test_pages_stop_at_a_short_page(client):
    responses.get(f"{API_ROOT}/stats/daily", json={"data": [{"visits": 3}]})
    assert list(client.pages("/stats/daily", size=2)) == [{"visits": 3}]
