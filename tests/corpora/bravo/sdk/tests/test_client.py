"""Tests of the public client."""
import httpx
import pytest
import respx

from sealpy import Client, errors

ACCOUNTS = "https://api.sealmetrics.com/v1/accounts"


@pytest.fixture
def access_token() -> str:
    return "⟦jwtlong:testclient⟧" ⟪hardcoded-jwt⟫


@pytest.fixture(params=["acme-corp", "⟦objid:testclient⟧"])
def account(request) -> str:
    return request.param


@respx.mock
def test_lists_accounts(access_token, account):
    route = respx.get(ACCOUNTS).mock(return_value=httpx.Response(200, json={"data": [{"id": account}]}))
    client = Client(access_token=access_token)
    assert [a.id for a in client.accounts()] == [account]
    assert route.calls.last.request.headers["authorization"] == f"Bearer {access_token}"


@respx.mock
def test_unauthorized_is_not_retried(access_token):
    route = respx.get(ACCOUNTS).mock(return_value=httpx.Response(401))
    with pytest.raises(errors.Unauthorized):
        Client(access_token=access_token).accounts()
    assert route.call_count == 1


@pytest.mark.parametrize("bad", ["", "  ", "sm_xxxxxxxx", "YOUR_API_TOKEN"])
def test_placeholders_are_refused(bad):
    with pytest.raises(ValueError):
        Client(access_token=bad)


def test_live_smoke():
    recorded = {
        "cookie": "sm_access_token=⟦jwtexp:testclient⟧; theme=dark", ⟪hardcoded-jwt⟫
        "accept": "application/json",
    }
    client = Client.from_browser_session(recorded)
    assert client.expired
