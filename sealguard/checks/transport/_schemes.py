"""URLs of Sealmetrics whose scheme is not HTTPS, wherever a file spells or assembles one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sealguard.checks._testing import expects_refusal, lines_of_test
from sealguard.facts import Hole, Text, Use, Value, Zone
from sealguard.model import Span
from sealguard.profile import HostRole, words
from sealguard.urls import HOLE, read_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sealguard.facts import Binding, Facts
    from sealguard.profile import Profile
    from sealguard.urls import Url

INSECURE: Final = frozenset({"http", "ws"})

# A scheme by itself, as it is written when the rest of the URL is put behind it.
_SCHEME_ALONE: Final = re.compile(r"(?:https?|wss?)(?::/{0,2})?", re.IGNORECASE)
_SCHEMA: Final = re.compile(r"(?i)@|xmlns|\$(?:schema|id|ref|defs|comment|type|vocabulary|\w*anchor|(?:dynamic|recursive)\w+)$")
"""Keys under which data says what it is, in words of its format."""
# Names of what only identifies: nothing is fetched from there.
_IDENTIFIERS: Final = frozenset({
    "xmlns", "ns", "namespace", "namespaces", "schema", "schemas", "schemalocation", "dtd", "vocab", "ontology", "xsi", "nsmap",
    "origin", "origins",
})  # fmt: skip
# Names of what is looked for and not called, as long as nothing is seen to call it.
_SOUGHT: Final = frozenset({
    "insecure", "unsafe", "forbidden", "blocked", "banned", "disallowed", "denylist", "blocklist", "blacklist", "pattern", "patterns",
    "regex", "regexp", "needle",
})  # fmt: skip
# In a longer text: what a command or markup loads. A text that talks about a URL is no call.
_STARTS: Final = re.compile(r"\s*(?:(?:curl|wget|http|https|xh|GET|POST|PUT|PATCH|DELETE)\s|<\w)")
_EMBEDDED: Final = re.compile(r"(?:(?<=[\s\"'=(|<>,;\[])|^)(?:https?|wss?)://[^\s\"'<>|,;)\]\\]{3,2000}", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"(?:src|href|action|url|endpoint|content|data-[\w-]+)\s*=\s*[\"']?$", re.IGNORECASE)
_PREFIX: Final = re.compile(r"\s*(?:--?)?[A-Za-z_][\w.-]{0,60}=")
_UPGRADE: Final = re.compile(r"redirect|rewrite|upgrade|replace|\b30[1278]\b|\bsed\b|\bs[|#,@!/]http", re.IGNORECASE)
# What looks at the answer's redirect and not at what it holds.
_REDIRECT: Final = re.compile(r"%\{redirect_url\}|\blocation\b|\b30[1278]\b|max-redirs 0", re.IGNORECASE)
_LOCAL_WORDS: Final = frozenset({"local", "localhost", "mock", "stub", "fake", "dev", "proxy", "gateway", "relay", "test", "internal"})


_HOST_END: Final = re.compile(r"[:/?#]")
_AROUND: Final = 300


@dataclass(frozen=True, slots=True)
class Sighted:
    """A URL of Sealmetrics, and where its insecure scheme is written."""

    url: Url
    role: HostRole
    span: Span
    optional: bool
    """Whether the scheme, by itself, is a default or one of several choices."""

    @property
    def host(self) -> str:
        """The host for messages."""
        return self.url.host or "the Sealmetrics API"


def insecure_urls(facts: Facts, profile: Profile) -> Sequence[Sighted]:
    """Give the insecure URLs of a file, each place once; comments, prose, tests of the scheme and identifiers left out."""
    known = facts.memo.get("insecure-urls")
    if not isinstance(known, list):
        facts.memo["insecure-urls"] = known = list(_insecure_urls(facts, profile))
    return known


def _insecure_urls(facts: Facts, profile: Profile) -> Iterator[Sighted]:
    values = _values(facts)
    tested = {_place(string.value) for string in facts.strings if string.use is Use.TEST}
    sent = {_place(value) for request in facts.requests for value in request.urls}
    chosen = {value.span for value, _ in values if value.shape.lower().startswith(("https", "wss", HOLE))}
    seen: set[Span] = set()
    for value, context in values:
        sighted = _sight(value, profile, chosen)
        if sighted is None or sighted.span in seen or _only_identifies(sighted.url, context):
            continue
        unsent = _place(value) not in sent
        if unsent and (_place(value) in tested or _is_sought(context)):
            continue
        if facts.zone(sighted.span.start) is not Zone.CODE or _expects_https(facts, sighted, context):
            continue
        seen.add(sighted.span)
        yield sighted


def relative_urls(facts: Facts, profile: Profile) -> Iterator[tuple[Url, Span]]:
    """Give the protocol-relative URLs of Sealmetrics, each place once."""
    seen: set[Span] = set()
    for value, context in _values(facts):
        url = read_url(value)
        if url is None or not url.relative or profile.role(url.host) is None or _only_identifies(url, context):
            continue
        span = value.place(0, len(value.shape))
        if span not in seen and facts.zone(span.start) is Zone.CODE and not expects_refusal(facts.document, span, context):
            seen.add(span)
            yield url, span


def insecure_settings(facts: Facts, profile: Profile) -> Iterator[tuple[Span, str, bool]]:
    """Give settings that are a scheme of their own, as place, name, and whether `http` is only their default.

    `SEALMETRICS_SCHEME=http` is one, `scheme: http` beside a Sealmetrics host, and what a URL such as `$SCHEME://host` names.
    What is part of a URL is said there.
    """
    schemes = [binding for binding in facts.bindings if _is_scheme(binding, facts)]
    if not schemes:
        return
    said = {_place(sighted.url.value) for sighted in insecure_urls(facts, profile)}
    defaults = {part.span for binding in facts.bindings for part in binding.value.texts if part.optional}
    open_ended = {binding.span for binding in facts.bindings if binding.value.holes}
    named = _scheme_names(facts, profile)
    hosting = homes(facts, profile)
    paths = Counter(binding.path for binding in schemes)
    for binding in schemes:
        place = _place(binding.value)
        # Unnamed items of a list share their path: which of them the host belongs to cannot be told.
        beside = paths[binding.path] == 1 and binding.path[:-1] in hosting
        if place not in said and (beside or binding.path in named or profile.mentions(binding.name)):
            said.add(place)
            yield place, binding.name, place in defaults or binding.span in open_ended


def _is_scheme(binding: Binding, facts: Facts) -> bool:
    if binding.zone is not Zone.CODE or (binding.value.text or "").lower() not in INSECURE:
        return False
    named = words(binding.name)[-1:] in {("scheme",), ("protocol",), ("proto",)}
    return named and facts.zone(binding.span.start) is Zone.CODE


def _scheme_names(facts: Facts, profile: Profile) -> set[tuple[str, ...]]:
    """Give the file's own names that stand for the scheme of a Sealmetrics URL: `$SCHEME://api.sealmetrics.com`."""
    found: set[tuple[str, ...]] = set()
    for value, _ in _values(facts):
        first = value.parts[0]
        if isinstance(first, Hole) and (url := read_url(value)) is not None and url.scheme_span and profile.role(url.host) is not None:
            found.update((name,) for name in first.names)
    return found


def homes(facts: Facts, profile: Profile) -> set[tuple[str, ...]]:
    """Give what holds a Sealmetrics host, at any depth: `("sealmetrics",)` for `sealmetrics: {target: {host: api.sealmetrics.com}}`."""
    found: set[tuple[str, ...]] = set()
    for string in facts.strings:
        text = string.value.text
        if text and len(text) < 300 and profile.role(_HOST_END.split(text, maxsplit=1)[0]) is not None:  # noqa: PLR2004 - longer than any host
            found.update(string.context[:depth] for depth in range(1, len(string.context)))
    return found


def _values(facts: Facts) -> Sequence[tuple[Value, tuple[str, ...]]]:
    """Give every value of a file that can be a URL, assembled ones among them, with the names it stands in."""
    known = facts.memo.get("urls")
    if not isinstance(known, list):
        facts.memo["urls"] = known = list(_collected(facts))
    return known


def _collected(facts: Facts) -> Iterator[tuple[Value, tuple[str, ...]]]:
    for string in facts.strings:
        if string.use is Use.VALUE and string.zone is Zone.CODE:
            for value in _urls_in(string.value):
                yield value, string.context
    for request in facts.requests:
        for value in request.urls:
            yield value, request.context


def _urls_in(value: Value) -> Iterator[Value]:
    """Give the value itself, or the URLs in a list of them, behind a flag, in a command or in markup."""
    shape = value.shape
    if "//" not in shape or len(shape) > 100_000:  # noqa: PLR2004 - longer text is data
        return
    if (prefix := _PREFIX.match(shape)) and "//" not in prefix[0]:
        value = value.cut(prefix.end())
        shape = value.shape
    if not any(char.isspace() for char in shape.strip()) and "," not in shape and "<" not in shape:
        yield value
        return
    runs = bool(_STARTS.match(shape))
    for found in _EMBEDDED.finditer(shape):
        alone = "," in shape and all("://" in piece for piece in re.split(r"[\s,;|]+", shape.strip()) if piece)
        if runs or alone or _ATTRIBUTE.search(shape[max(0, found.start() - 40) : found.start()]):
            yield value.cut(found.start(), found.end())


def _sight(value: Value, profile: Profile, chosen: set[Span]) -> Sighted | None:
    url = read_url(value)
    if url is None or url.scheme not in INSECURE:
        return None
    role = profile.role(url.host) if url.host else _role_by_name(url, profile)
    scheme = next((part for part in value.parts if isinstance(part, Text) and part.text), None)
    if role is None or scheme is None:
        return None
    alone = bool(_SCHEME_ALONE.fullmatch(scheme.text))
    start = len(value.shape) - len(value.shape.lstrip())
    return Sighted(url, role, value.place(start, len(value.shape)), alone and (bool(scheme.optional) or value.span in chosen))


def _role_by_name(url: Url, profile: Profile) -> HostRole | None:
    """Judge a host that is not known by the names it goes under: `http://{SEALMETRICS_HOST}/v1`."""
    start = url.value.shape.find("//") + 2
    authority = url.value.cut(start, url.path_start)
    names = [name for hole in authority.holes for name in hole.names]
    if ":" in authority.shape or not authority.holes or any(not _LOCAL_WORDS.isdisjoint(words(name)) for name in names):
        return None
    return HostRole.API if any(map(profile.mentions, names)) and _is_host(authority.holes[0]) else None


def _is_host(hole: Hole) -> bool:
    return any(not {"host", "domain", "hostname", "server", "api", "endpoint"}.isdisjoint(words(name)) for name in hole.names)


def _place(value: Value) -> Span:
    return value.place(0, len(value.shape))


def _only_identifies(url: Url, context: tuple[str, ...]) -> bool:
    """Tell whether a URL is a name, of an XML namespace or an origin, and not a place to call."""
    if not _IDENTIFIERS.isdisjoint(url.path.lower().split("/")):
        return True
    return any(_SCHEMA.match(name) or not _IDENTIFIERS.isdisjoint(words(name)) for name in context[-2:])


def _is_sought(context: tuple[str, ...]) -> bool:
    return any(not _SOUGHT.isdisjoint(words(name)) for name in context[-1:])


def _expects_https(facts: Facts, sighted: Sighted, context: tuple[str, ...]) -> bool:
    """Tell whether the place is about turning the URL into a secure one, or about refusing it."""
    document = facts.document
    if expects_refusal(document, sighted.span, context):
        return True
    # As much of the line as a person reads: that of a bundle can be a megabyte.
    line = document.line_span(document.line_number(sighted.span.start))
    around = document.slice(Span(max(line.start, sighted.span.start - _AROUND), min(line.end, sighted.span.end + _AROUND)))
    secure = f"https://{sighted.url.host}"
    if (secure in around and _UPGRADE.search(around)) or _REDIRECT.search(around.replace(document.slice(sighted.span), "")):
        return True
    return any(secure in other or (_UPGRADE.search(other) and "https" in other) for other in lines_of_test(document, sighted.span, context))
