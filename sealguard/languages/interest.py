"""Where source code says something of interest, as bytes, before it is parsed.

Literals are looked for one by one: `bytes.find` runs at a gigabyte a second, an alternation of patterns at five megabytes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard.anchors import places as occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sealguard.profile import Profile

_OWN: Final = {
    b"seal": re.compile(rb"seal[-_. ]?metrics"),
    b"sm_": re.compile(rb"(?<!\w)sm_\w"),
    b"eyj": re.compile(rb"(?<![\w-])eyj\w{6}"),
    b"whsec": None,
    b"c21f": None,
    b"736d5f": None,
}
"""What is Sealmetrics' own or a credential's: in lower case, and a pattern that has to match there."""
_NOTABLE: Final = {
    b"eyj": None,
    b"_ms": re.compile(rb"_ms\b"),
    b"://": re.compile(rb"://(?!(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}(?![\w.-]))"),
    b"authori": re.compile(rb"authori[sz]ation"),
    b"bearer": None,
    b"api": re.compile(rb"api[-_]?key"),
    b"115": re.compile(rb"\b115\s*,"),
    b"\\x73": None,
    b"\\u0073": None,
    b"unverified": None,
    b"reject": re.compile(rb"reject_?unauthorized"),
    b"insecure": None,
    b"verify": re.compile(rb"verify_?(?:peer|none|hostname)"),
    b"skip": re.compile(rb"skip(?:verify|certificate)"),
    b"trust": re.compile(rb"trust(?:all|_?manager|_?material|evaluator)"),
    b"certificate": re.compile(rb"certificate(?:\w*validation|policy)"),
    b"hmac": None,
    b"secretkeyspec": None,
    b"hostnameverif": None,
    b"dangerousaccept": None,
    b"invalid": re.compile(rb"invalid_?(?:certs|hostnames)"),
    b"badcertificate": None,
    b"servertrust": None,
    b"ssl": re.compile(rb"ssl_?verify"),
}
"""What else makes code worth looking at: any URL of a host that is not spelled out, any header that authorizes, any switch of
certificate checks. A host that is spelled out is Sealmetrics' own, or the configuration names it, or it is another's."""
_PLAIN: Final = re.compile(r"[a-z0-9.-]+")


def own_places(source: bytes, profile: Profile | None = None) -> list[int]:
    """Give where something of Sealmetrics' stands, or what looks like a credential; the profile adds hosts and names."""
    lowered = source.lower()
    added = [*(host.removeprefix("*.") for host in profile.hosts), *profile.names] if profile is not None else []
    names = {name.encode(): None for name in added if _PLAIN.fullmatch(name)}
    return sorted({*_found(lowered, _OWN), *_found(lowered, names)})


def places(source: bytes, profile: Profile | None = None) -> list[int]:
    """Give where anything stands that makes code worth looking at."""
    return sorted({*own_places(source, profile), *_found(source.lower(), _NOTABLE)})


def _found(lowered: bytes, wanted: Mapping[bytes, re.Pattern[bytes] | None]) -> Iterator[int]:
    for literal, pattern in wanted.items():
        for at in occurrences(lowered, literal):
            if pattern is None or pattern.match(lowered, at):
                yield at
