import httpx
import pytest
import respx

from clinic.seal import Forbidden, SealClient

BASE = "https://my.sealmetrics.com/api/v1"


@pytest.fixture(autouse=True)
def env(monkeypatch):
    monkeypatch.setenv("SEALMETRICS_API_KEY", "sm_xxxxxxxxxxxxxxxxxxxxxxxx")


@respx.mock
@pytest.mark.parametrize("status", [401, 403])
def test_refused_is_not_repeated(status):
    route = respx.get(f"{BASE}/stats/daily").mock(return_value=httpx.Response(status))
    with pytest.raises(Forbidden):
        SealClient().get("/stats/daily")
    assert route.call_count == 1


@respx.mock
def test_busy_is_repeated():
    route = respx.get(f"{BASE}/stats/daily")
    route.side_effect = [httpx.Response(429), httpx.Response(200, json={"visits": 3})]
    assert SealClient().get("/stats/daily") == {"visits": 3}
