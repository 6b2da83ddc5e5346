import pytest
import requests
import responses

from delta import API
from delta.sources import SealmetricsClient


@responses.activate
def test_forbidden_raises():
    responses.get(f"{API}/stats/overview", status=403)
    with pytest.raises(requests.HTTPError):
        SealmetricsClient().overview("2026-02-01")


def test_headers():
    assert SealmetricsClient().headers()["Authorization"] == "Bearer YOUR_API_TOKEN"
