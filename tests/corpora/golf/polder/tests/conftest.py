"""Fixtures for the integration tests, which talk to the real API once a night."""
import os
import subprocess

import pytest
import requests

API = "https://my.sealmetrics.com/api/v1"
LEGACY_API = "https://app.sealmetrics.com/api"

RECORDED_SESSION = "⟦jwtother:polder⟧"
LEGACY_JWT = "⟦jwt:polder⟧" ⟪hardcoded-jwt⟫


def pytest_addoption(parser):
    parser.addoption("--live", action="store_true", help="run tests that need the network")


def pytest_collection_modifyitems(config, items):
    if config.getoption("--live"):
        return
    for item in items:
        if "live" in item.keywords:
            item.add_marker(pytest.mark.skip(reason="needs --live"))


@pytest.fixture(scope="session")
def site_id():
    return os.environ.get("SEALMETRICS_SITE_ID", "polder-fietsen")


@pytest.fixture
def shop_session():
    session = requests.Session()
    session.cookies.set("shop_session", RECORDED_SESSION, domain="shop.polder.test")
    return session


@pytest.fixture(scope="session")
def current():
    """The developer's own token, out of the password store."""
    token = subprocess.check_output(["pass", "show", "polder/sealmetrics"], text=True)
    with requests.Session() as session:
        session.headers["Authorization"] = f"Bearer {token}" ⟪untrimmed-token⟫
        session.hooks["response"].append(lambda r, *a, **k: r.raise_for_status())
        yield session


@pytest.fixture(scope="session")
def legacy():
    with requests.Session() as session:
        session.headers["Authorization"] = f"Bearer {LEGACY_JWT}"
        session.hooks["response"].append(lambda r, *a, **k: r.raise_for_status())
        yield session


@pytest.fixture
def sites(current):
    return current.get(f"{API}/sites", timeout=20).json()["data"]


@pytest.fixture
def acquisition(legacy, site_id):
    query = {"account_id": site_id, "date_range": "last_7_days"}
    return legacy.get(f"{LEGACY_API}/report/acquisition", params=query, timeout=40).json()["data"]
