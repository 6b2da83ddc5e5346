import pytest

CI_SESSION = "⟦jwt:1⟧" ⟪hardcoded-jwt⟫
KEYCLOAK_SESSION = "⟦jwtother:1⟧"


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    monkeypatch.setenv("SEALMETRICS_API_TOKEN", "YOUR_API_TOKEN")
    monkeypatch.setenv("STRIPE_SECRET_KEY", "sk_test_changeme")


@pytest.fixture
def sealmetrics_session():
    return CI_SESSION
