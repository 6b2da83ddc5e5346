"""URLs as code spells them: whatever parts are known, whatever parts are not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Value
    from sealguard.model import Span

HOLE: Final = "\ufffc"

SCHEMES: Final = frozenset({"http", "https", "ws", "wss"})

_START = re.compile(rf"\s*(?P<scheme>[A-Za-z{HOLE}][A-Za-z0-9+.{HOLE}-]*)?(?P<colon>:)?(?P<slashes>//)")
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+\.?")
_DOMAIN = re.compile(rf"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{{2,}}(?={HOLE})")
_PAIR = re.compile(r"((?:amp;)?[^&;=]+)=?([^&;]*)")
_SPACE = re.compile(r"\s")
_QUERY = re.compile(r"\?")
_AUTHORITY_END = re.compile(r"[/?#\\]")
_PATH_END = re.compile(r"[?#]")
_LOCAL = re.compile(r"localhost|\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?")


@dataclass(frozen=True, slots=True)
class Url:
    """A URL read from a value. Offsets count in the value's `shape`."""

    value: Value
    scheme: str
    """In lower case; empty where it is protocol-relative, missing, or not known."""
    scheme_known: bool
    """Whether the scheme is spelled out; false for protocol-relative URLs and for holes."""
    scheme_span: Span | None
    """Where the scheme, or the hole that stands for it, is written; `None` where there is none."""
    relative: bool
    """Whether it is protocol-relative: `//host/path`."""
    host: str
    """In lower case, without port; empty where any part of it is not known."""
    host_span: Span
    port: str
    userinfo: Value | None
    path: str
    """With U+FFFC for what is not known; `/` at its beginning where there is one."""
    path_start: int
    query: tuple[tuple[str, Value], ...]
    """Names, percent-encoding kept, and values."""
    query_starts: tuple[int, ...]
    """Where the names begin."""
    fragment: Value | None
    authority_hole: bool
    """Whether host or port are not wholly known, or everything before the path is a hole."""

    @property
    def user(self) -> Value | None:
        """The user-info before its colon."""
        return _split(self.userinfo)[0] if self.userinfo else None

    @property
    def password(self) -> Value | None:
        """The user-info after its colon."""
        return _split(self.userinfo)[1] if self.userinfo else None


def _split(userinfo: Value) -> tuple[Value, Value | None]:
    colon = userinfo.shape.find(":")
    return (userinfo, None) if colon < 0 else (userinfo.cut(0, colon), userinfo.cut(colon + 1))


@lru_cache(maxsize=1024)  # each check asks for the same values of a file
def read_url(value: Value) -> Url | None:
    """Read a value as one absolute or protocol-relative URL; `None` when it is none.

    A base that is not known (`f"{BASE}/v1/accounts"`) and a host without a scheme whose dots make it one (`api.example.com/v1`)
    are read, too: the scheme is empty then.
    """
    shape = value.shape
    if not shape or len(shape) > 8192 or "\n" in shape.strip():  # noqa: PLR2004 - longer text is no URL that anybody wrote
        return None
    start = _START.match(shape)
    if start is None:
        return _without_scheme(value, shape)
    scheme, colon = start["scheme"], start["colon"]
    if (scheme is None) != (colon is None) and not (scheme or "").endswith(HOLE):
        return None  # `word//host` is no URL; `{scheme}//host`, with the colon in the hole, is one
    return _read(value, shape, start.end(), scheme or "", start.start("scheme") if scheme else -1)


def _without_scheme(value: Value, shape: str) -> Url | None:
    begin = len(shape) - len(shape.lstrip())
    head = re.match(r"[^/?#\s]*", shape[begin:])
    authority = head[0] if head else ""
    bare = re.sub(r":[0-9]+$", "", authority)
    if HOLE in authority or (_HOST.fullmatch(bare) and bare.rstrip(".")[-1].isalpha()):
        return _read(value, shape, begin, "", -1)
    return None


def _read(value: Value, shape: str, begin: int, scheme: str, scheme_at: int) -> Url | None:
    body = shape.rstrip()
    if _SPACE.search(body, begin, _first(_QUERY, body, begin)):
        return None
    end = _first(_AUTHORITY_END, body, begin)
    at = body.rfind("@", begin, end)
    host_start = begin if at < 0 else at + 1
    # What follows a whole domain without a separator is a path that begins with one: `f"{BASE}{path}"`.
    whole = _DOMAIN.match(body, host_start, end)
    end = whole.end() if whole else end
    host, port = _host(body[host_start:end])
    if host is None:
        return None
    path_end = _first(_PATH_END, body, end)
    hash_at = body.find("#", path_end)
    query_end = len(body) if hash_at < 0 else hash_at
    pairs = list(_query(body, path_end + 1, query_end)) if body[path_end : path_end + 1] == "?" else []
    return Url(
        value=value,
        scheme="" if HOLE in scheme else scheme.lower(),
        scheme_known=bool(scheme) and HOLE not in scheme,
        scheme_span=value.place(scheme_at, scheme_at + len(scheme)) if scheme else None,
        relative=not scheme and body[begin - 2 : begin] == "//",
        host=host,
        host_span=value.place(host_start, max(end, host_start + 1)),
        port=port,
        userinfo=None if at < 0 else value.cut(begin, at),
        path=body[end:path_end],
        path_start=end,
        query=tuple((name, value.cut(low, high)) for name, _, low, high in pairs),
        query_starts=tuple(start for _, start, _, _ in pairs),
        fragment=None if hash_at < 0 else value.cut(hash_at + 1, len(body)),
        authority_hole=not host,
    )


def _first(pattern: re.Pattern[str], body: str, begin: int) -> int:
    """Give where a pattern first matches, or the end."""
    found = pattern.search(body, begin)
    return found.start() if found is not None else len(body)


def _host(authority: str) -> tuple[str | None, str]:
    """Give host (empty where it is not known, `None` where it cannot be one) and port."""
    if HOLE in authority:
        # `{host}:8443` and `api.{domain}` are not known; `api.example.com:{port}` is.
        name, colon, port = authority.rpartition(":")
        if colon and HOLE not in name and port == HOLE and _HOST.fullmatch(name):
            return name.lower().rstrip("."), ""
        return "", port if colon and port.isdigit() else ""
    name, colon, port = authority.rpartition(":")
    if not colon or not port.isdigit():
        name, port = authority.removesuffix(":"), ""
    if _HOST.fullmatch(name) or _LOCAL.fullmatch(name):
        return name.lower().rstrip("."), port
    return None, ""


def _query(body: str, start: int, end: int) -> Iterator[tuple[str, int, int, int]]:
    """Give each pair's name, where the name begins, and where the value begins and ends."""
    for found in _PAIR.finditer(body, start, end):
        name = found[1].removeprefix("amp;")
        yield name, found.end(1) - len(name), found.start(2), found.end(2)
