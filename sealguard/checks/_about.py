"""Whether a request, a header or a value is about Sealmetrics: it must be shown, not guessed.

The URL decides where it can be seen; then the names that the thing goes under; then the whole file, if every URL in its
code is Sealmetrics'.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from sealguard.facts import COMPARED_HOST, Hole, Kind, Text, Zone
from sealguard.model import Span
from sealguard.profile import HostRole, words
from sealguard.urls import HOLE, read_url

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sealguard.facts import Facts, Header, Request, Value
    from sealguard.profile import Profile

_OWN_PATH: Final = re.compile(r"\.{0,2}/(?!/)")
_COMMON: Final = frozenset(
    {"api", "app", "www", "web", "my", "auth", "login", "token", "key", "access", "client", "data", "stats", "analytics", HOLE}
)
"""What hosts are called whoever they belong to."""
_ADDRESSES: Final = frozenset({"base", "url", "uri", "host", "endpoint", "root", "server", "service", "address"})
"""What else names of addresses have that say nothing of whose they are."""
_MOST_REQUESTS: Final = 50
"""How many of the requests that share a header are looked at; a hostile file can have thousands."""
_TEST_SUFFIX: Final = re.compile(r"[._](?:tests?|specs?|cy|e2e|stories|fixtures?|mocks?)$", re.IGNORECASE)
_CHAIN: Final = 120
_NAMES: Final = re.compile(r"[$@\w]+(?:(?:\.|->|::|\?\.|!\.)[$@\w]+)+")
# Hosts that code names without calling them.
_NO_PARTY: Final = ("w3.org", "schema.org", "json-schema.org", "example.com", "example.org", "example.net")


def by_url(profile: Profile, urls: Iterable[Value]) -> bool | None:
    """Say whether URLs are the API's: true as soon as one is, false if all that can be read are others', else `None`."""
    said: bool | None = None
    for value in urls:
        url = read_url(value)
        host = url.host if url is not None else ""
        if host:
            if profile.role(host) is HostRole.API:
                return True
            said = False
        elif url is not None and url.port not in {"", "443", "80"}:
            said = False  # the API answers at the usual ports
        else:
            # What a query names says what is asked for, not who is asked.
            asked = value.cut(0, len(value.shape.split("?", 1)[0]))
            named = profile.owner(*(name for hole in asked.holes for name in hole.names))
            if named:
                return True
            said = named if said is None else said
    return said


def _said(facts: Facts, profile: Profile, request: Request) -> bool | None:
    """Say the same of a request: in what a browser runs, a path without a host is the site's own."""
    said = by_url(profile, request.urls)
    if said is None and request.urls and facts.delivered(request.span.start):
        own = all(isinstance(value.parts[0], Text) and _OWN_PATH.match(value.parts[0].text) for value in request.urls if value.parts)
        return False if own else None
    return said


def request_is_ours(facts: Facts, profile: Profile, request: Request) -> bool:
    """Tell whether a request goes to Sealmetrics."""
    said = _said(facts, profile, request)
    if said is not None:
        return said
    if _is_told_apart(facts, profile, request):
        return False
    values = [value for header in request.headers for value in header.values]
    return belongs(facts, profile, request.context) and _by_names(facts, profile, values, (*request.context, *request.client))


def _is_told_apart(facts: Facts, profile: Profile, request: Request) -> bool:
    """Tell whether a request's host is read from the configuration under a name, beside calls that are seen to be ours."""
    if not _callers(facts, profile):
        return False
    for value in request.urls:
        first = value.parts[0] if value.parts else None
        if not isinstance(first, Hole) or first.kind not in {Kind.ENVIRONMENT, Kind.STORE} or not first.names:
            return False
        if _COMMON.union(_ADDRESSES).issuperset(words(first.names[0])):
            return False
    return bool(request.urls)


def header_is_ours(facts: Facts, profile: Profile, header: Header) -> bool:
    """Tell whether a header is sent to Sealmetrics, as far as the requests that carry it can be seen."""
    said = [_said(facts, profile, request) for request in header.requests]
    if True in said:
        return True
    # Of a request that is made in one place and sent in another, the sending tells more.
    sent = [each for request, each in zip(header.requests, said, strict=True) if request.made != "object"] or said
    if sent and None not in sent:
        return False
    context = header.context or next((request.context for request in header.requests if request.context), ())
    return _by_names(facts, profile, header.values, context)


def sent_to_us(profile: Profile, header: Header) -> Header:
    """Give a header with the values alone that go to Sealmetrics, where it can be seen that others go elsewhere; it can be all of them."""
    theirs = _given_to_others(profile, header)
    ours = [request for request in header.requests if by_url(profile, request.urls)]
    if ours and len(ours) < len(header.requests):
        sent = (own for request in ours for own in request.headers if own.span == header.span)
        values = tuple(dict.fromkeys(value for own in sent for value in own.values))
        header = replace(header, values=values, requests=tuple(ours)) if values else header
    return replace(header, values=tuple(value for value in header.values if theirs.isdisjoint(_calls(value))))


def _given_to_others(profile: Profile, header: Header) -> set[int]:
    """Give the calls that give a client somebody else's address, and so his token: `Client(CRM_URL, CRM_TOKEN)`."""
    urls = [value for request in header.requests[:_MOST_REQUESTS] for value in request.urls]
    said = {value: by_url(profile, (value,)) for value in urls if any(part.given is not None for part in value.parts)}
    theirs = {call for value, ours in said.items() if ours is False for call in _calls(value)}
    return theirs - {call for value, ours in said.items() if ours is not False for call in _calls(value)}


def _calls(value: Value) -> set[int]:
    return {part.given.call for part in value.parts if part.given is not None}


def context_is_ours(facts: Facts, profile: Profile, context: tuple[str, ...]) -> bool:
    """Tell whether the names around a thing, or else the whole file, are Sealmetrics'."""
    return _by_names(facts, profile, (), context)


def _by_names(facts: Facts, profile: Profile, values: Iterable[Value], context: tuple[str, ...]) -> bool:
    values = tuple(values)
    for value in values:
        named = profile.owner(*(name for hole in value.holes for name in hole.names))
        if named is not None:
            return named
    if any(_names_another(facts, profile, value) for value in values):
        return False
    if profile.about(*values) or any(profile.mentions(text.text) for value in values for text in value.texts):
        return True
    if any(profile.mentions(_spelled(facts, hole)) for value in values for hole in value.holes):
        return True
    said = profile.owner(file_name(facts), *context)
    return file_is_ours(facts, profile) and not stands_apart(facts, profile, context, header=bool(values)) if said is None else said


def _spelled(facts: Facts, hole: Hole) -> str:
    """Give the code of what is not known, where it is a chain of names: `environment.sealmetrics.token`."""
    code = facts.document.slice(Span(hole.span.start, min(hole.span.end, hole.span.start + _CHAIN)))
    return code if _NAMES.fullmatch(code) else ""


def _names_another(facts: Facts, profile: Profile, value: Value) -> bool:
    """Tell whether a value is named after a host of somebody else's that the file names: `HELPDESK_TOKEN` and `helpdesk.acme.io`."""
    known = facts.memo.get("others")
    if not isinstance(known, frozenset):
        urls = (read_url(string.value) for string in facts.strings if string.zone is Zone.CODE and "://" in string.value.shape)
        hosts = {url.host for url in urls if url is not None and url.host.count(".") > 1}
        first = {host.split(".", 1)[0] for host in hosts if profile.role(host) is None and not _no_party(host)}
        facts.memo["others"] = known = frozenset(first - _COMMON)
    return bool(known) and any(not known.isdisjoint(words(name)) for hole in value.holes for name in hole.names)


def file_name(facts: Facts) -> str:
    """Give the file's name without folders, last suffix and what makes it a test, as the outermost name that things in it stand in."""
    return _TEST_SUFFIX.sub("", PurePosixPath(facts.document.path).stem)


def nearest_mention(facts: Facts, profile: Profile, span: Span, *, near: int = 8192) -> bool | None:
    """Say whose name stands nearest to a place, on its line before any other, Sealmetrics' (true) or a webhook vendor's (false).

    `near` is how far it may be, in code points.
    """
    known = facts.memo.get("mentions")
    if not isinstance(known, list):
        facts.memo["mentions"] = known = list(profile.mentions_in(facts.document.text))
    line = facts.document.line_span(facts.document.line_number(span.start))
    at = bisect.bisect_left(known, span.start, key=lambda mention: mention[0])
    around = [mention for mention in known[max(0, at - 1) : at + 1] if abs(mention[0] - span.start) <= near]
    here = [mention for mention in around if line.start <= mention[0] < line.end]
    nearest = min(here or around, key=lambda mention: abs(mention[0] - span.start), default=None)
    return None if nearest is None else nearest[1]


def file_is_ours(facts: Facts, profile: Profile) -> bool:
    """Tell whether the file's code names an API host of Sealmetrics, and no host of anybody else's."""
    known = facts.memo.get("file is ours")
    if not isinstance(known, bool):
        facts.memo["file is ours"] = known = _names_our_hosts_alone(facts, profile)
    return known


def belongs(facts: Facts, profile: Profile, context: tuple[str, ...]) -> bool:
    """Tell whether a place can be about the calls of its file: where calls to Sealmetrics are seen, it is in what makes them."""
    known = _callers(facts, profile)
    return not known or not context or context[:1] in known


def _callers(facts: Facts, profile: Profile) -> frozenset[tuple[str, ...]]:
    """Give the outermost names around the calls whose URLs show that they are ours."""
    known = facts.memo.get("callers")
    if not isinstance(known, frozenset):
        facts.memo["callers"] = known = frozenset(request.context[:1] for request in facts.requests if by_url(profile, request.urls))
    return known


def stands_apart(facts: Facts, profile: Profile, context: tuple[str, ...], *, header: bool = False) -> bool:
    """Tell whether a place has nothing to do with the calls of its file: they are elsewhere, and need nothing that is not seen there.

    `header`: it is a header's, which the calls would carry; of what is written, a call's own class and the file's top may know more.
    """
    known = facts.memo.get("whole calls")
    if not isinstance(known, frozenset):
        ours = [request for request in facts.requests if not request.made and by_url(profile, request.urls)]
        whole = all(request.authentication is not None or _carries(profile, request) for request in ours)
        facts.memo["whole calls"] = known = frozenset(request.context for request in ours) if whole else frozenset()
    if not known:
        return False
    if header:
        return not any(context[: len(each)] == each[: len(context)] for each in known if bool(each) == bool(context))
    return bool(context) and all(context[:1] != each[:1] for each in known)


def _carries(profile: Profile, request: Request) -> bool:
    return any(profile.header(header.name.text or "") is not None for header in request.headers)


def _names_our_hosts_alone(facts: Facts, profile: Profile) -> bool:
    found = False
    for string in facts.strings:
        if string.zone is not Zone.CODE or "." not in string.value.shape:
            continue
        url = read_url(string.value)
        if url is None or not url.host or not (url.scheme or url.relative or profile.role(url.host)) or _no_party(url.host):
            continue
        role = profile.role(url.host)
        if role is None:
            return False
        # A bare host can be anything, a word of a list say, until something calls it, or asks whether a request does.
        called = bool(url.scheme or url.relative) or string.context[-1:] == (COMPARED_HOST,)
        found = found or (role is HostRole.API and called)
    return found or any(by_url(profile, request.urls) for request in facts.requests)


def _no_party(host: str) -> bool:
    """Tell whether a host says nothing: this machine, an address, a schema's or an example's."""
    return "." not in host or host[-1] in "0123456789]" or any(host == known or host.endswith("." + known) for known in _NO_PARTY)
