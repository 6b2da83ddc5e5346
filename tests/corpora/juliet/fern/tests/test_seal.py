import httpx
import pytest

from fern.analytics.seal import Seal, busy, hopeless

PLACEHOLDER = "sm_your_api_key_here"


def error(status: int) -> httpx.HTTPStatusError:
    request = httpx.Request("GET", "https://my.sealmetrics.com/api/v1/stats/today")
    return httpx.HTTPStatusError("no", request=request, response=httpx.Response(status, request=request))


@pytest.mark.parametrize("status", [401, 403])
def test_refusals_are_final(status):
    assert not busy(error(status))
    assert hopeless(error(status))


@pytest.mark.parametrize("status", [429, 500, 503])
def test_busy_answers_are_retried(status):
    assert busy(error(status))


def test_key_goes_into_its_header(settings):
    assert Seal(key=PLACEHOLDER).headers == {"X-API-Key": PLACEHOLDER}
