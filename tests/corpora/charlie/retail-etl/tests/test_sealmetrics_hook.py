import pytest
import responses

from plugins.hooks.validation import HeaderError, check_headers, check_url

API = "https://api.sealmetrics.com/v1"


@pytest.mark.parametrize(
    "value",
    [
        "abc",
        "Bearer  abc",
        "Bearer:abc",
        "Bearer Bearer abc",
        "Token abc",
        " Bearer abc",
    ],
)
def test_bad_authorization_is_refused(value):
    with pytest.raises(HeaderError):
        check_headers({"Authorization": value}, url=f"{API}/accounts")


def test_plain_http_is_refused():
    with pytest.raises(ValueError, match="https"):
        check_url("http://api.sealmetrics.com/v1/accounts")


@responses.activate
def test_good_header(monkeypatch):
    monkeypatch.setenv("SEALMETRICS_API_TOKEN", "dummy")
    responses.get(f"{API}/accounts", json={"data": []})
    headers = check_headers({"Authorization": "Bearer dummy"}, url=f"{API}/accounts")
    assert headers["Authorization"].startswith("Bearer ")
