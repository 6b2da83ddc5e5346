import pytest
import responses

from keyring import DASHBOARD_SCOPES, api

OTHER_VENDOR_JWT = "⟦jwtother:1⟧"
FIXTURE_SESSION = "⟦jwtadmin:2⟧" ⟪hardcoded-jwt,excessive-scope⟫


@pytest.fixture(autouse=True)
def credentials(monkeypatch):
    monkeypatch.setattr(api, "session", lambda: {"Authorization": f"Bearer {FIXTURE_SESSION}"})


def test_dashboards_only_read():
    assert all(scope.endswith(":read") for scope in DASHBOARD_SCOPES)


@responses.activate
def test_created_token_carries_its_lifetime():
    responses.post(f"{api.BASE}/api-tokens", json={"id": "7", "token_prefix": "sm_abc", "token": "x"})
    api.create_token("t", ["stats:read"], account="acme-corp", expires_in_days=30)
    assert b'"expires_in_days": 30' in responses.calls[0].request.body


@responses.activate
def test_refused_is_raised():
    responses.delete(f"{api.BASE}/api-tokens/7", status=403)
    with pytest.raises(api.Refused):
        api.revoke_token("7")
