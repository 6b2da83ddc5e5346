import httpx
import pytest

from forecast.transport import HeaderError, PlainHTTPRefused, SealTransport

TOKEN = "test-token"


@pytest.fixture
def transport():
    return SealTransport(token=TOKEN, inner=httpx.MockTransport(lambda request: httpx.Response(200, json={})))


def test_plain_http_is_refused(transport):
    with httpx.Client(transport=transport) as client, pytest.raises(PlainHTTPRefused):
        client.get("http://api.sealmetrics.com/v1/accounts")


@pytest.mark.parametrize("value", ["Bearer  x", "Bearer\tx", "Token x", " Bearer x"])
def test_malformed_headers_are_refused(transport, value):
    request = httpx.Request("GET", "https://api.sealmetrics.com/v1/accounts", headers={"Authorization": value})
    with pytest.raises(HeaderError):
        transport.handle_request(request)


def test_header_is_added(transport):
    seen = []
    transport.inner = httpx.MockTransport(lambda request: seen.append(request) or httpx.Response(200, json={}))
    with httpx.Client(transport=transport) as client:
        response = client.get("https://api.sealmetrics.com/v1/accounts")
    assert response.status_code == 200
    assert seen[0].headers["authorization"] == f"Bearer {TOKEN}"
