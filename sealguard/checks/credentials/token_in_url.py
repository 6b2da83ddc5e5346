"""Credentials in URLs, which end up in logs, histories and referrers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard.anchors import matches
from sealguard.checks import Sighting, _about, check
from sealguard.checks._places import Places
from sealguard.facts import UNREADABLE, Text, Use, Value, Zone
from sealguard.forms import find_credentials
from sealguard.model import Span
from sealguard.profile import Credential
from sealguard.urls import HOLE, read_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts, Hole, Request
    from sealguard.profile import Profile
    from sealguard.urls import Url

_IN_TEXT: Final = re.compile(r"""(?<![A-Za-z0-9+.-])(?:https?|wss?)://[^\s"'<>`\\^{}|]{4,4096}""", re.IGNORECASE)
_IN_STRING: Final = re.compile(rf"(?:[a-zA-Z{HOLE}]{{1,6}}://|^{HOLE}/|^//)[^\s\"'<>`]{{4,4096}}")
_MESSAGE: Final = (
    "A Sealmetrics credential is in a URL{where}, which logs and histories keep: send it in the 'Authorization' or 'X-API-Key' header."
)


@check("token-in-url")
def token_in_url(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Literals and variables in query, fragment, path and user-info of Sealmetrics' URLs."""
    taken = Places()
    yield from (sighting for sighting in _sightings(facts, profile) if taken.claim(sighting.span))


def _sightings(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    for request in facts.requests:
        if _about.request_is_ours(facts, profile, request):
            yield from _query_of(profile, request)
            for value in request.urls:
                yield from _in_url(profile, value)
    for string in facts.strings:
        if string.zone is Zone.CODE and string.use is Use.VALUE:
            for value in _urls_of(string.value):
                if _can_carry(value.shape) and _about.by_url(profile, [value]):
                    yield from _in_url(profile, value)
    # Comments and prose hold real tokens, too; what stands for one there is talk.
    for found in matches(_IN_TEXT, facts.document.text, "://", 5):
        span = Span(*found.span())
        value = Value((Text(found[0].rstrip(".,;:)"), span),), span)
        if _can_carry(found[0]) and _about.by_url(profile, [value]):
            yield from (sighting for sighting in _in_url(profile, value) if sighting.secret is not None)


def _can_carry(shape: str) -> bool:
    """Tell cheaply whether a URL has anything but host and plain path."""
    return any(mark in shape for mark in ("?", "#", "@", "sm_", HOLE))


def _urls_of(value: Value) -> Iterator[Value]:
    """Give the URLs in a string: itself, or those in the middle of it."""
    if "/" not in value.shape:
        return
    found = [match.span() for match in _IN_STRING.finditer(value.shape)]
    for start, end in found:
        yield value.cut(start, end)
    if not found:
        yield value


def _query_of(profile: Profile, request: Request) -> Iterator[Sighting]:
    for parameter in request.query:
        name = parameter.name.text or ""
        for value in parameter.values:
            secret = _secret(profile, name, value)
            if secret is None:
                continue
            written = [text.span for text in value.texts if text.span in parameter.span]
            yield Sighting(written[0] if secret and written else parameter.span, _message(name), secret=secret or None)


def _in_url(profile: Profile, value: Value) -> Iterator[Sighting]:
    url = read_url(value)
    if url is None or profile.link_path(url.path):
        return
    for (name, held), start in zip(url.query, url.query_starts, strict=True):
        secret = _secret(profile, name, held)
        if secret is not None:
            yield Sighting(_place(value, start, len(name), held), _message(name), secret=secret or None)
    if url.fragment is not None:
        name, _, _ = url.fragment.shape.partition("=")
        held = url.fragment.cut(len(name) + 1) if "=" in url.fragment.shape else url.fragment
        secret = _secret(profile, name if held is not url.fragment else "", held)
        if secret is not None:
            yield Sighting(held.parts[0].span, _message(name), secret=secret or None)
    yield from _in_userinfo(profile, url)
    yield from _in_path(profile, url)


def _in_userinfo(profile: Profile, url: Url) -> Iterator[Sighting]:
    held = url.password if url.password is not None and url.password.parts else url.user
    if held is None or not held.parts:
        return
    text = held.text
    if text is None:
        if not any(hole.marks & UNREADABLE for hole in held.holes):
            yield Sighting(_taken_in(url, held), _message(""))
    elif profile.looks_secret(text, Credential.PASSWORD if url.password is not None else Credential.TOKEN):
        yield Sighting(_taken_in(url, held), _message(""), secret=text)


def _in_path(profile: Profile, url: Url) -> Iterator[Sighting]:
    at = url.path_start
    for segment in url.path.split("/"):
        held = url.value.cut(at, at + len(segment))
        at += len(segment) + 1
        secret = _secret(profile, "", held) if held.parts else None
        if secret is not None:
            yield Sighting(_taken_in(url, held), _message(""), secret=secret or None)


def _taken_in(url: Url, held: Value) -> Span:
    """Give where a URL takes a credential in: where it is written, if that is among the URL's own pieces, else where the URL begins."""
    first, last = url.value.parts[0].span, url.value.parts[-1].span
    place = held.parts[0].span
    return place if min(first, last).start <= place.start < max(first, last).end else first


def _secret(profile: Profile, name: str, value: Value) -> str | None:
    """Give the raw credential in a value, an empty string for a variable that holds one, `None` where there is none."""
    named = profile.credential_word(name) is not None or profile.credential(name) is not None or name.lower() == "key"
    shape = value.shape
    for form, start, end in find_credentials(shape):
        if (form == "api-key" or named) and not profile.is_placeholder(shape[start:end]):
            return shape[start:end]
    text = value.text
    if text is not None:
        return text if named and profile.looks_secret(text) else None
    return "" if any(_holds(profile, hole, named=named and name.lower() != "key") for hole in value.holes) else None


def _holds(profile: Profile, hole: Hole, *, named: bool) -> bool:
    if hole.marks & UNREADABLE:
        return False
    return named or any(profile.credential_word(each) or profile.credential(each) for each in hole.names)


def _place(value: Value, start: int, length: int, held: Value) -> Span:
    """Give where a pair's credential is written, if that is in the URL itself; else where the URL takes it in."""
    first = held.parts[0]
    name = value.cut(start, start + length).parts
    together = name and isinstance(first, Text) and name[0].span.end + 1 == first.span.start
    return first.span if together else value.place(start, start + length)


def _message(name: str) -> str:
    return _MESSAGE.format(where=f" under '{name}'" if re.fullmatch(r"[\w.-]{1,40}", name) else "")
