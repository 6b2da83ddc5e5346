"""Plain http must never carry the key: it is refused, or upgraded before anything is sent."""
import httpx
import pytest
import respx

from sealpy.endpoint import InsecureEndpoint, upgrade, validate

PLAIN = "http://api.sealmetrics.com/v1/accounts"
SECURE = "https://api.sealmetrics.com/v1/accounts"


def test_validate_refuses_plain_http():
    with pytest.raises(InsecureEndpoint):
        validate(PLAIN)


def test_upgrade_rewrites_the_scheme():
    assert upgrade("http://my.sealmetrics.com/api/v1") == "https://my.sealmetrics.com/api/v1"


@respx.mock
def test_redirected_to_https():
    respx.get(PLAIN).mock(return_value=httpx.Response(301, headers={"Location": SECURE}))
    target = respx.get(SECURE).mock(return_value=httpx.Response(200, json={"data": []}))
    response = httpx.get(upgrade(PLAIN), headers={"X-API-Key": "sm_test_xxxxxxxx"})
    assert response.status_code == 200
    assert target.call_count == 1


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]"])
def test_local_mocks_are_fine(host):
    validate(f"http://{host}:4010/v1")
