"""The client must refuse everything that is not a well-formed https call."""
import pytest
import requests

from collectors.client import Client, ConfigurationError, validate_authorization


@pytest.mark.parametrize(
    "url",
    [
        "http://api.sealmetrics.com/v1",
        "http://my.sealmetrics.com/api/v1",
        "ws://api.sealmetrics.com/v1/live",
    ],
)
def test_plain_http_is_refused(url):
    with pytest.raises(ConfigurationError, match="https"):
        Client(base_url=url, token="x" * 40)


def test_https_is_accepted():
    assert Client(base_url="https://api.sealmetrics.com/v1", token="x" * 40).secure


@pytest.mark.parametrize(
    "value",
    [
        "Bearer  two-spaces",
        "Bearer: colon",
        "Bearer Bearer twice",
        "Bearer\ttab",
        "Token abc",
        "Bearer YOUR_API_TOKEN",
        'Bearer "quoted"',
        "Bearer {token}",
        "",
    ],
)
def test_malformed_authorization_is_refused(value):
    with pytest.raises(ConfigurationError):
        validate_authorization(value)


def test_the_platform_redirects_to_https():
    reply = requests.get("http://www.sealmetrics.com/", allow_redirects=False, timeout=10)
    assert reply.status_code in (301, 308)
    assert reply.headers["Location"].startswith("https://")


def test_verification_cannot_be_turned_off():
    client = Client(base_url="https://api.sealmetrics.com/v1", token="x" * 40)
    assert client.session.verify is True
