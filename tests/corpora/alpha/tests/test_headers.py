import os
from unittest.mock import patch

import httpx
import pytest
import respx

from connectors.mtls_client import bearer
from observability.redaction import safe_headers, scrub

SAMPLE = "sm_" + "x" * 61
ACCOUNTS = "https://api.sealmetrics.com/v1/accounts"


@pytest.fixture(autouse=True)
def environment():
    with patch.dict(os.environ, {"SEALMETRICS_TOKEN": " xxxx\n"}):
        yield


def test_the_token_is_trimmed():
    assert bearer() == "Bearer xxxx"


def test_no_second_scheme():
    assert not bearer().startswith("Bearer Bearer")
    assert "  " not in bearer()


@pytest.mark.parametrize("name", ["Authorisation", "X-Auth-Token", "Api-Key"])
def test_unknown_header_names_are_left_alone(name):
    assert safe_headers({name: "x"}) == {name: "x"}


def test_scrubbing():
    assert SAMPLE not in scrub(f"the key was {SAMPLE}, refused")
    assert "xxxx" not in scrub("Authorization: Bearer xxxx")


@respx.mock
def test_a_call_without_credentials_is_401():
    respx.get(ACCOUNTS).mock(return_value=httpx.Response(401, json={"error": "unauthorized"}))
    with pytest.raises(httpx.HTTPStatusError):
        httpx.get(ACCOUNTS, headers={"Authorization": bearer()}).raise_for_status()


def test_the_csrf_token_is_not_ours():
    csrf_token = "⟦opaque64:111⟧"
    assert scrub(f"csrftoken={csrf_token}").endswith(csrf_token)
