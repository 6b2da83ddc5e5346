import pytest
import responses

from bakery.sealmetrics import Client, InsecureUrl, InvalidHeader

BASE = "https://my.sealmetrics.com/api/v1"


@pytest.fixture
def client():
    return Client(api_key="sm_test_xxxxxxxxxxxxxxxx", base_url=BASE)


@responses.activate
def test_sends_the_key(client):
    responses.get(f"{BASE}/sites", json={"data": []})
    assert client.sites() == []
    assert responses.calls[0].request.headers["X-API-Key"] == "sm_test_xxxxxxxxxxxxxxxx"


@responses.activate
def test_expired_key_is_not_retried(client):
    responses.get(f"{BASE}/sites", status=401, json={"detail": "expired"})
    with pytest.raises(PermissionError):
        client.sites()
    assert len(responses.calls) == 1


def test_plain_http_is_refused():
    with pytest.raises(InsecureUrl):
        Client(api_key="sm_test_xxxxxxxxxxxxxxxx", base_url="http://my.sealmetrics.com/api/v1")


@pytest.mark.parametrize(
    "value",
    ["Bearer  changeme", "Bearer changeme ", "Bearer:changeme", "Token changeme", "Bearer Bearer changeme"],
)
def test_bad_authorization_is_refused(client, value):
    with pytest.raises(InvalidHeader):
        client.check_headers({"Authorization": value})


def test_repr_hides_the_key(client):
    assert "sm_test" not in repr(client)
    assert repr(client) == "<Client my.sealmetrics.com ***>"
