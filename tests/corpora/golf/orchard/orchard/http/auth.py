"""httpx auth flows. Each vendor has its own idea of a header."""
import logging
import os
from base64 import b64encode

import httpx

logger = logging.getLogger(__name__)


class ApiTokenAuth(httpx.Auth):
    """Adds a bearer token and renews it once when the server answers 401."""

    requires_response_body = True

    def __init__(self, load_token):
        self._load_token = load_token
        self._token = None

    def auth_flow(self, request):
        if self._token is None:
            self._token = self._load_token().strip()
        request.headers["Authorization"] = f"Bearer {self._token}"
        response = yield request
        if response.status_code == 401:
            logger.warning("token refused by %s, loading it again", request.url.host)
            self._token = self._load_token().strip()
            request.headers["Authorization"] = f"Bearer {self._token}"
            yield request


class RawKeyAuth(httpx.Auth):
    """For Linear, which wants the key without any scheme."""

    def __init__(self, key):
        self._key = key

    def auth_flow(self, request):
        request.headers["Authorization"] = self._key
        yield request


class BasicPairAuth(httpx.Auth):
    """For Mixpanel service accounts."""

    def __init__(self, user, secret):
        self._value = "Basic " + b64encode(f"{user}:{secret}".encode()).decode()

    def auth_flow(self, request):
        request.headers["Authorization"] = self._value
        yield request


def sealmetrics_client():
    return httpx.Client(
        base_url="https://my.sealmetrics.com/api/v1",
        auth=ApiTokenAuth(lambda: os.environ["SEALMETRICS_API_TOKEN"]),
        event_hooks={"response": [lambda r: r.raise_for_status()]},
        timeout=20,
    )


def linear_client():
    return httpx.Client(base_url="https://api.linear.app", auth=RawKeyAuth(os.environ["LINEAR_API_KEY"]))


def mixpanel_client():
    return httpx.Client(
        base_url="https://mixpanel.com/api/2.0",
        auth=BasicPairAuth(os.environ["MIXPANEL_USER"], os.environ["MIXPANEL_SECRET"]),
    )
