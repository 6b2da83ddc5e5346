"""The SDK must refuse headers and endpoints that cannot work."""
import pytest

from sealpy.guard import BadEndpoint, BadHeader, validate_endpoint, validate_header

GOOD = "sm_" + "x" * 61


@pytest.mark.parametrize(
    "value",
    [
        "Bearer  " + GOOD,
        "Bearer\t" + GOOD,
        "Bearer:" + GOOD,
        " Bearer " + GOOD,
        "Bearer " + GOOD + "\n",
        "Bearer Bearer " + GOOD,
        "Basic " + GOOD,
        "Token " + GOOD,
        "Bearer {token}",
        "Bearer '" + GOOD + "'",
    ],
)
def test_malformed_authorization_is_refused(value):
    with pytest.raises(BadHeader):
        validate_header("Authorization", value)


@pytest.mark.parametrize("name", ["Authorisation", "X-Auth-Token", "Api-Key"])
def test_misspelled_names_are_refused(name):
    with pytest.raises(BadHeader):
        validate_header(name, GOOD)


@pytest.mark.parametrize("value", ["Bearer " + GOOD, "bearer " + GOOD])
def test_good_headers_pass(value):
    validate_header("Authorization", value)


def test_plain_http_is_refused():
    with pytest.raises(BadEndpoint):
        validate_endpoint("http://api.sealmetrics.com/v1")


def test_localhost_passes():
    validate_endpoint("http://localhost:8000/v1")
