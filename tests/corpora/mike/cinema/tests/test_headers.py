import pytest

from cinema.seal import SealClient, TokenRejected, bearer, merge


class FakeResponse:
    def __init__(self, status_code, body=None):
        self.status_code, self.body, self.ok = status_code, body, status_code < 400

    def json(self):
        return self.body


def test_bearer_adds_the_scheme_once():
    assert bearer("abc")["Authorization"] == "Bearer abc"
    assert bearer("abc")["Authorization"].count("Bearer") == 1


def test_merge_keeps_authorization():
    assert merge(bearer("abc"), x_trace="1") == {**bearer("abc"), "X-Trace": "1"}


@pytest.mark.parametrize("status", [401, 403])
def test_refused_token(monkeypatch, status):
    client = SealClient("test-token")
    monkeypatch.setattr(client.session, "get", lambda *a, **k: FakeResponse(status))
    with pytest.raises(TokenRejected):
        client.accounts()
