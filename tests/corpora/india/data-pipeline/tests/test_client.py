import pytest
import responses

from sealmetrics.client import Client, Settings

FAKE = "sm_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"


@pytest.fixture
def client():
    return Client(Settings(token="YOUR_API_TOKEN"))


@responses.activate
def test_sends_bearer(client):
    responses.get("https://api.sealmetrics.com/v1/accounts", json=[])
    client.accounts()
    assert responses.calls[0].request.headers["Authorization"] == "Bearer YOUR_API_TOKEN"


@responses.activate
def test_401_is_raised(client):
    responses.get("https://api.sealmetrics.com/v1/accounts", status=401)
    with pytest.raises(Exception):
        client.accounts()


@pytest.mark.parametrize("value", ["Bearer", "Bearer  two", "Bearer\ttab", "bearer:colon", "Basic abc"])
def test_bad_headers_are_refused(value):
    from sealmetrics.validate import check_header

    with pytest.raises(ValueError):
        check_header({"Authorization": value})


def test_plain_http_is_refused():
    from sealmetrics.validate import check_url

    with pytest.raises(ValueError):
        check_url("http://api.sealmetrics.com/v1/accounts")
