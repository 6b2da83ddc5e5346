import base64
import json
import os

import httpx
import pytest
import respx

from learnloop.config import Config

os.environ.setdefault("SEALMETRICS_API_TOKEN", "xxxx")
os.environ.setdefault("SEALMETRICS_WEBHOOK_SECRET", "whsec_xxxxxxxxxxxxxxxx")
PLACEHOLDER = "sm_test_xxxxxxxxxxxxxxxxxxxxxxxx"


def _part(value) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


@pytest.fixture
def made_up_jwt() -> str:
    return ".".join((_part({"alg": "none"}), _part({"account_ids": ["demo"], "exp": 0}), "sig"))


@pytest.fixture
def config() -> Config:
    return Config(sealmetrics_token=PLACEHOLDER, sealmetrics_base_url="https://seal.test")


@pytest.fixture
def seal():
    with respx.mock(base_url="https://my.sealmetrics.com/api/v1", assert_all_called=False) as mock:
        mock.get("/stats/pages").respond(200, json={"data": []})
        mock.get("/accounts", headers={"Authorization": f"Bearer {PLACEHOLDER}"}).respond(200, json={"data": [{"id": "demo"}]})
        mock.get("/accounts", headers={"Authorization": PLACEHOLDER}).respond(401)
        yield mock


@pytest.fixture
def broken_lms():
    with respx.mock(base_url="http://lms.learnloop.lan") as mock:
        mock.get("/enrolments").mock(side_effect=httpx.ConnectTimeout)
        yield mock


def pytest_collection_modifyitems(items):
    for item in items:
        if "live" in item.keywords and os.environ["SEALMETRICS_API_TOKEN"] == "xxxx":
            item.add_marker(pytest.mark.skip(reason="no token"))
