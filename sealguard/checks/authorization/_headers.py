"""The headers that carry a credential to Sealmetrics, and their values taken apart as RFC 9110 has them: scheme, space, token."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sealguard.checks import Sighting
from sealguard.checks._about import header_is_ours, sent_to_us
from sealguard.checks._testing import expects_refusal
from sealguard.facts import Hole, Kind, Text, Use, Value
from sealguard.forms import find_credentials
from sealguard.urls import HOLE, read_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sealguard.facts import Facts, Header, Request
    from sealguard.model import Span
    from sealguard.profile import Profile

    Judge = Callable[[Value], str | None]

SCHEMES: Final = frozenset(
    {
        "basic",
        "bearer",
        "token",
        "jwt",
        "apikey",
        "api-key",
        "api_key",
        "apitoken",
        "oauth",
        "oauth2",
        "digest",
        "negotiate",
        "hmac",
        "mac",
        "key",
        "secret",
    },
)
"""Words that are schemes wherever they stand, in lower case."""

MOST_REQUESTS: Final = 50
"""How many of the requests that share a header are looked at; a hostile file can have thousands."""

_WORD: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
# White space of ASCII: a no-break space is no separator but a character that does not belong there.
_SEPARATOR: Final = re.compile(r"[ \t\r\n\v\f:=,;]*")


_EXPRESSION: Final = re.compile(r"\{\{([^{}]{0,400})\}\}")
_NAME: Final = re.compile(r"[$\w.?]{1,100}")


@dataclass(frozen=True, slots=True)
class Credentials:
    """What an `Authorization` header says, white space around it left out."""

    scheme: str
    """As it is spelled; empty where there is none, or where it is not known."""
    separator: str
    """What stands between scheme and token."""
    token: Value

    @property
    def bearer(self) -> bool:
        """Whether the scheme is the right one."""
        return self.scheme.lower() == "bearer"


def read_credentials(value: Value) -> Credentials:
    """Take a header's value apart."""
    shape = value.shape
    start, end = len(shape) - len(shape.lstrip()), len(shape.rstrip())
    word = _WORD.match(shape, start, end)
    if word is None:
        return Credentials("", "", value.cut(start, end))
    scheme = word[0]
    glued = start + len("bearer")
    if glued < word.end() and scheme.lower().startswith("bearer") and any(find_credentials(shape[glued:end])):
        return Credentials(shape[start:glued], "", value.cut(glued, end))
    separator = _SEPARATOR.match(shape, word.end(), end)
    after = separator.end() if separator else word.end()
    is_scheme = after > word.end() or scheme.lower() == "bearer" or (shape[after:end].startswith(HOLE) and scheme.lower() in SCHEMES)
    if not is_scheme:
        return Credentials("", "", value.cut(start, end))
    return Credentials(scheme, shape[word.end() : after], value.cut(after, end))


def token_of(value: Value, kind: str) -> Value:
    """Give what stands in the token's place of a header of this kind (`authorization`, `api-key`), a right scheme left out."""
    read = read_credentials(value)
    if kind == "authorization" and read.bearer:
        return read.token
    shape = value.shape
    return value.cut(len(shape) - len(shape.lstrip()), len(shape.rstrip()))


def credential_headers(facts: Facts, profile: Profile, *kinds: str) -> Iterator[tuple[str, Header]]:
    """Give the Sealmetrics headers of these kinds (`authorization`, `api-key`, `misspelled`) that are not sent to be refused."""
    spelled = _by_span(facts)
    compared = {string.value.span for string in facts.strings if string.use is Use.TEST}
    for header in facts.headers:
        if header.span in compared and not header.requests:
            continue  # it is expected, and not sent
        name = header.name.text
        kind = profile.header(name) if name is not None else None
        if (
            kind in kinds
            and not _repeated(header, spelled[header.span])
            and header_is_ours(facts, profile, header)
            and not _all_foreign(header, profile)
        ):
            context = header.context + tuple(outer for request in header.requests[:MOST_REQUESTS] for outer in request.context)
            if not expects_refusal(facts.document, header.span, context):
                sent = sent_to_us(profile, header)
                if sent.values:
                    yield kind, replace(sent, values=tuple(map(_evaluated, sent.values)))


def _evaluated(value: Value) -> Value:
    """Give what n8n makes of a text that a sign marks as an expression: `=Bearer {{$credentials.token}}`; all others stay."""
    text = value.text
    if text is None or not text.startswith("=") or "{{" not in text:
        return value
    parts: list[Text | Hole] = []
    done = 1
    for found in _EXPRESSION.finditer(text):
        # A name can be judged; what computes can put anything before the token.
        names = (found[1].strip(),) if _NAME.fullmatch(found[1].strip()) else ()
        parts += [*value.cut(done, found.start()).parts, Hole(Kind.TEMPLATE, names, value.cut(*found.span()).span)]
        done = found.end()
    return replace(value, parts=(*parts, *value.cut(done, len(text)).parts))


def judged(facts: Facts, profile: Profile, judge: Judge, *kinds: str) -> Iterator[Sighting]:
    """Give one sighting for each header of these kinds that has a value in which `judge` finds a fault."""
    for _, header in credential_headers(facts, profile, *kinds):
        yield from sightings(header, judge)


def sightings(header: Header, judge: Judge) -> Iterator[Sighting]:
    """Give a sighting for each value of a header in which `judge` finds a fault, where that is to be mended."""
    for value in header.values:
        if message := judge(value):
            yield Sighting(to_blame(header, value, judge), message)


def to_blame(header: Header, value: Value, judge: Callable[[Value], object]) -> Span:
    """Give where a fault is to be mended: where a call gives a function that is sound what it cannot use, else at the header."""
    given = [part.given for part in value.parts if part.given is not None]
    if not given:
        return header.span
    parts = (Hole(Kind.PARAMETER, (part.given.name,), part.span) if part.given is not None else part for part in value.parts)
    return header.span if judge(replace(value, parts=tuple(parts))) else given[0].span


def _by_span(facts: Facts) -> Mapping[Span, list[Header]]:
    spelled: dict[Span, list[Header]] = {}
    for header in facts.headers:
        spelled.setdefault(header.span, []).append(header)
    return spelled


def _repeated(header: Header, others: Iterable[Header]) -> bool:
    """Tell whether a header was read out of the value of another one: `{"Authorization": "Bearer: x"}` is no header `Bearer`."""
    name = header.name.text or ""
    return any(other.name.text != name and any(value.shape.startswith(name) for value in other.values) for other in others)


def _all_foreign(header: Header, profile: Profile) -> bool:
    requests = header.requests[:MOST_REQUESTS]
    return bool(requests) and all(goes_to_open_path(request, profile) or goes_elsewhere(request, profile) for request in requests)


def goes_elsewhere(request: Request, profile: Profile) -> bool:
    """Tell whether all that a request's URL can be names a host that is not Sealmetrics', an address or this machine among them."""
    urls = [read_url(value) for value in request.urls]
    return bool(urls) and all(url is not None and bool(url.host) and profile.role(url.host) is None for url in urls)


def goes_to_open_path(request: Request, profile: Profile) -> bool:
    """Tell whether a request goes to a path that needs no credential, as logging in does, or may."""
    urls = [read_url(value) for value in request.urls]
    return any(url is not None and profile.open_path(url.path) for url in urls)
