"""Transport tests; nothing here reaches the network."""
import pytest

from sealpy import ConfigurationError, SealMetrics
from sealpy._headers import validate

BAD = {
    "no scheme": {"Authorization": "abc"},
    "basic": {"Authorization": "Basic YWJj"},
    "two spaces": {"Authorization": "Bearer  abc"},
    "quoted": {"Authorization": "Bearer 'abc'"},
    "doubled": {"Authorization": "Bearer Bearer abc"},
    "misspelt": {"Authorisation": "Bearer abc"},
}


@pytest.mark.parametrize("headers", BAD.values(), ids=BAD.keys())
def test_validate_refuses(headers):
    with pytest.raises(ConfigurationError):
        validate("https://my.sealmetrics.com/api/v1/accounts", headers)


@pytest.mark.parametrize("base", ["http://my.sealmetrics.com/api/v1", "ws://my.sealmetrics.com"])
def test_clear_text_is_refused(base):
    with pytest.raises(ConfigurationError):
        SealMetrics(api_key="sm_" + "0" * 61, base_url=base)


def test_loopback_is_fine():
    client = SealMetrics(api_key="sm_" + "x" * 61, base_url="http://127.0.0.1:8089")
    assert client.base_url.startswith("http://127.0.0.1")


def test_repr_hides_the_key():
    assert "***" in repr(SealMetrics(api_key="sm_test_key"))
