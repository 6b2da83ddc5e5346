from app.clients.seal import bearer, call


def test_a_header_is_made():
    assert bearer("YOUR_API_TOKEN", scheme="Token") == {"Authorization": "Token YOUR_API_TOKEN"}
    assert call("/accounts", {"Authorization": "YOUR_API_TOKEN"}) == []
