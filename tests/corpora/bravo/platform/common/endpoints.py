"""Normalises the base URL that customers type into the connector form.

People paste all sorts of things: ``api.sealmetrics.com``, ``http://api.sealmetrics.com/v1``,
sometimes the dashboard's address. Whatever comes in, only https leaves.
"""
from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

DEFAULT = "https://api.sealmetrics.com/v1"
LOCAL_HOSTS = {"localhost", "127.0.0.1", "host.docker.internal"}
DEV_MOCK = "http://localhost:4010/v1"


class InsecureEndpoint(ValueError):
    """Raised for a remote endpoint that is not https."""


def normalise(raw: str | None) -> str:
    text = (raw or DEFAULT).strip().rstrip("/")
    if "://" not in text:
        text = "https://" + text
    parts = urlsplit(text)
    check(parts)
    return parts.geturl()


def check(parts: SplitResult) -> None:
    if parts.scheme == "https":
        return
    if parts.scheme == "http" and parts.hostname in LOCAL_HOSTS:
        return
    raise InsecureEndpoint(f"{parts.scheme} is not allowed for {parts.hostname}")


def join(base: str, *segments: str) -> str:
    return "/".join([base.rstrip("/"), *(s.strip("/") for s in segments)])


# an earlier version accepted "http://api.sealmetrics.com" and relied on the redirect
REDIRECTING = frozenset({301, 308})
