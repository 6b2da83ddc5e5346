"""Where code makes a token of Sealmetrics, or asks for one, and what else it calls with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from sealguard.checks import _about, _testing
from sealguard.facts import Body, Entry, Use, Zone
from sealguard.profile import HostRole
from sealguard.urls import read_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts, Grant, Request, Value
    from sealguard.model import Span
    from sealguard.profile import Profile

READING: Final = frozenset({"GET", "HEAD", "OPTIONS"})
LIFETIME: Final = "expiresindays"
"""The entry that says for how many days a token is made, without separators and in lower case."""
_PARTS: Final = ("name", "scopes", "accountids", LIFETIME)
"""What is given of a token that is made, spelled the same: a body that has none of them is read wrongly."""
OTHER_LIFETIMES: Final = re.compile(r"(?i)expir|ttl|lifetime|valid|duration")
"""Names of entries that say it otherwise."""
_SHOWING: Final = frozenset({".md", ".mdx", ".markdown", ".rst", ".adoc", ".txt"})
_WRITING: Final = re.compile(
    r"(?i)\bsettings\w{0,20}\.(?:update|put|patch|save|set|write)\b|\b(?:update|set|save|put|patch|write)_?settings\b"
)
"""Names of calls that a client library writes settings with."""

_SENDING: Final = re.compile(
    r"""(?i)\.(?:put|patch|delete)(?:async|asjson\w*)?\s*[(<]|["'](?:put|patch|delete)["']|\bHttpMethod\.(?:put|patch|delete)"""
)
"""How a program calls what changes something."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A token that is made or asked for."""

    span: Span
    """From where the call, the map or the block begins."""
    body: Body
    makes: bool
    """Whether it makes a token for which it decides how long it is valid."""


def find_asked(facts: Facts, profile: Profile) -> list[Asked]:
    """Give every token that code or configuration makes or asks for; what documents and tests do is done by nobody."""
    known = facts.memo.get("asked")
    if not isinstance(known, list):
        facts.memo["asked"] = known = list(_find(facts, profile)) if _does_it(facts) else []
    return known


def _does_it(facts: Facts) -> bool:
    path = facts.document.path
    return PurePosixPath(path).suffix.lower() not in _SHOWING and not _testing.in_test(path)


def _find(facts: Facts, profile: Profile) -> Iterator[Asked]:
    told: set[Entry] = set()
    for request in sorted(facts.requests, key=lambda each: (each.made != "", not _says_it(each))):
        sent = _entries(request)
        # What is written once and sent from several places is one token: that of the call which says it.
        again = sent <= told and (bool(sent) or request.made != "")
        told |= sent
        if request.made != "client" and not again and facts.zone(request.span.start) is Zone.CODE:
            yield from _sent(facts, profile, request)
    sent_from = {entry.span for entry in told}
    for grant in facts.grants:
        # What is sent somewhere was judged by where it goes.
        if all(entry.span not in sent_from for entry in grant.body.entries) and facts.zone(grant.span.start) is Zone.CODE:
            yield from _granted(facts, profile, grant)
    for binding in facts.bindings:
        named = binding.environment and binding.zone is Zone.CODE and profile.scope_name(binding.name) and profile.owner(*binding.path)
        if named and binding.value.span not in sent_from:
            entry = Entry(binding.name, (binding.value,), binding.value.span)
            yield Asked(binding.span, Body((entry,), complete=False), makes=False)
    for string in facts.strings:
        if string.zone is Zone.CODE and string.use is Use.VALUE and "scope=" in string.value.shape:
            yield from _in_url(profile, string.value)


def _entries(request: Request) -> set[Entry]:
    return set(request.body.entries) if request.body is not None else set()


def _says_it(request: Request) -> bool:
    """Tell whether what a request sends is written in the call itself, or in one that leads to it."""
    return any(entry.span in call for entry in _entries(request) for call in (request.span, *request.callers))


def _sent(facts: Facts, profile: Profile, request: Request) -> Iterator[Asked]:
    """Judge a request by where it goes."""
    paths = list(_paths(request))
    makes = request.body is not None and request.method in {"POST", ""} and any(map(profile.makes_tokens, paths))
    grants = any(map(profile.grants_scopes, paths))
    if not (makes or grants) or not _about.request_is_ours(facts, profile, request):
        return
    if request.body is not None:
        yield Asked(_begins(request), request.body, makes and bool(request.body.get(*_PARTS)))
    query = [Entry(each.name.text or "", each.values, each.span) for each in request.query]
    if grants and query:
        yield Asked(request.span, Body(tuple(query), complete=False), makes=False)


def _paths(request: Request) -> Iterator[str]:
    """Give the paths that a request can go to, also where the host is said elsewhere."""
    for value in request.urls:
        url = read_url(value)
        if url is not None:
            yield url.path
        elif value.shape.startswith("/"):
            yield value.shape


def _begins(request: Request) -> Span:
    """Give the call that says what is sent: this one, or that of a function which sends what it is given."""
    said = [text.span for value in request.urls for text in value.texts if text.text.strip("/")]
    said += (entry.span for entry in _entries(request))
    return next((caller for caller in request.callers if any(span in caller for span in said)), request.span)


def _granted(facts: Facts, profile: Profile, grant: Grant) -> Iterator[Asked]:
    """Judge arguments and configuration by the addresses among them or beside them, or by the names around them."""
    entries = grant.body.entries
    urls = [value for entry in entries for value in entry.values if "//" in value.shape] or list(_beside(facts, grant))
    said = _about.by_url(profile, urls) if urls else None
    oauth = any("oauth" in name.lower() for name in grant.context)
    if said is None:
        said = profile.owner(*grant.context)
    if said is None and oauth:
        said = _about.context_is_ours(facts, profile, grant.context)
    if grant.named and not oauth and not _names_oauth(facts, profile):
        said = False  # what there is to choose from, for all that can be seen
    if said:
        # A library may call the lifetime otherwise.
        other = any(OTHER_LIFETIMES.search(entry.name) for entry in entries)
        yield Asked(grant.span, grant.body, grant.makes and (not other or grant.body.get(LIFETIME) is not None))


def _beside(facts: Facts, grant: Grant) -> Iterator[Value]:
    """Give the nearest address that stands beside the map that scopes stand in: `{ url: "...", params: { scope: "..." } }`."""
    around = grant.context[:-1]
    if not around or grant.makes or grant.named:
        return
    beside = (string for string in facts.strings if string.context[:-1] == around and string.zone is Zone.CODE)
    urls = (string.value for string in beside if "//" in string.value.shape)
    nearest = min(urls, key=lambda value: abs(value.span.start - grant.span.start), default=None)
    if nearest is not None:
        yield nearest


def _names_oauth(facts: Facts, profile: Profile) -> bool:
    """Tell whether code names where OAuth's scopes are asked for: a name that has scopes is what is asked for there."""
    known = facts.memo.get("names oauth")
    if not isinstance(known, bool):
        urls = (read_url(string.value) for string in facts.strings if string.zone is Zone.CODE and "oauth" in string.value.shape)
        found = (url for url in urls if url is not None and profile.role(url.host) is HostRole.API)
        facts.memo["names oauth"] = known = any(profile.grants_scopes(url.path) for url in found)
    return known


def _in_url(profile: Profile, value: Value) -> Iterator[Asked]:
    """Take the scopes that the URL of OAuth's authorization asks for."""
    url = read_url(value)
    if url is None or profile.role(url.host) is not HostRole.API or not profile.grants_scopes(url.path):
        return
    entries = (Entry(name, (held,), held.parts[0].span) for name, held in url.query if held.parts)
    yield Asked(value.span, Body(tuple(entries), complete=False), makes=False)


def only_reads(facts: Facts, profile: Profile) -> bool:
    """Tell whether no call that a file is seen to send to Sealmetrics, save those that make tokens, needs more than reading."""
    known = facts.memo.get("only reads")
    if not isinstance(known, bool):
        writes = any(_writes(profile, request) and _about.request_is_ours(facts, profile, request) for request in facts.requests)
        facts.memo["only reads"] = known = not writes and not _WRITING.search(facts.document.text)
    return known


def _writes(profile: Profile, request: Request) -> bool:
    method = request.method or ("POST" if request.body is not None or request.fields else "GET")
    if request.made or method in READING:
        return False
    # Of a function that several calls lead to, each with a path of its own, not every one is sent by every method.
    return all(_needs_more(profile, method, path) for path in _paths(request))


def _needs_more(profile: Profile, method: str, path: str) -> bool:
    """Tell whether a call to a path needs more than reading; whoever makes and revokes tokens does so with another one."""
    if profile.open_path(path) or profile.manages_tokens(path):
        return False
    needed = profile.needed_scopes(method, path)
    return not needed or any(map(profile.broad_scope, needed))


def reads_around(facts: Facts, *places: Span) -> bool:
    """Tell whether nothing in the other files that some places are in looks like a call that writes."""
    documents = {document.path: document for document, base in (facts.document.home(place.start) for place in places) if base}
    return not any(_WRITING.search(document.text) or _SENDING.search(document.text) for document in documents.values())
