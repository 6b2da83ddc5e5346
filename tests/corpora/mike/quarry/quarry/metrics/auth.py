"""httpx authentication; the token is read anew for each request, so that a rotation needs no restart."""

from collections.abc import Callable, Generator

import httpx


class SealAuth(httpx.Auth):
    def __init__(self, read_token: Callable[[], str]):
        self._read = read_token

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["Authorization"] = f"Bearer {self._read()}"
        yield request


class RefreshingAuth(httpx.Auth):
    """Asks once for a new access token after a 401, and lets a second 401 through."""

    requires_response_body = True

    def __init__(self, refresh_url: str, cookies: httpx.Cookies):
        self._refresh_url = refresh_url
        self._cookies = cookies
        self._access: str | None = None

    def auth_flow(self, request):
        if self._access:
            request.headers["Authorization"] = f"Bearer {self._access}"
        response = yield request
        if response.status_code == 401:
            refreshed = yield httpx.Request("POST", self._refresh_url, cookies=self._cookies)
            refreshed.raise_for_status()
            self._access = refreshed.json()["access_token"]
            request.headers["Authorization"] = f"Bearer {self._access}"
            yield request
