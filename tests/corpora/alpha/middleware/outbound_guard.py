"""Requests adapter that looks at every outgoing Sealmetrics call before it leaves.

Typical mistakes it stops:

* `http://api.sealmetrics.com` instead of https
* `Authorization: <token>` without the scheme
* `Authorization: Bearer Bearer <token>`
* the key in the query (`?api_key=...`)
"""
import re
from urllib.parse import parse_qs, urlsplit

from requests.adapters import HTTPAdapter

SEAL_HOSTS = frozenset({"api.sealmetrics.com", "my.sealmetrics.com", "app.sealmetrics.com", "mcp.sealmetrics.com"})
WRONG_NAMES = ("Authorisation", "Authentication", "X-Auth-Token", "Api-Key")
QUERY_NAMES = {"api_key", "token", "access_token"}
BEARER = re.compile(r"\ABearer [A-Za-z0-9._~+/-]+=*\Z", re.I)


class OutboundRefused(ValueError):
    pass


def check(request):
    url = urlsplit(request.url)
    if url.hostname not in SEAL_HOSTS:
        return
    if url.scheme != "https":
        raise OutboundRefused(f"{url.hostname} is https only")
    if QUERY_NAMES & set(parse_qs(url.query)):
        raise OutboundRefused("credential in the query")
    for name in WRONG_NAMES:
        if name in request.headers:
            raise OutboundRefused(f"{name} is not a header of the API")
    value = request.headers.get("Authorization")
    if value is None:
        if "X-API-Key" not in request.headers:
            raise OutboundRefused("no credential")
    elif value.startswith("Bearer Bearer ") or not BEARER.match(value):
        raise OutboundRefused("malformed Authorization, %d characters" % len(value))


class GuardedAdapter(HTTPAdapter):
    def send(self, request, **kwargs):
        check(request)
        if kwargs.get("verify") is False:
            raise OutboundRefused("certificate checks are off")
        return super().send(request, **kwargs)


def install(session):
    session.mount("https://", GuardedAdapter())
    session.mount("http://", GuardedAdapter())
    return session
