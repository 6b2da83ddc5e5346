"""What a file says about credentials and calls, right or wrong: what an audit can show beside findings.

Pure functions over facts, as checks are. They run only where somebody asks (`Settings.observe`).
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sealguard import jwt
from sealguard.anchors import places
from sealguard.checks import _about
from sealguard.checks._literals import credential_in, find_literals
from sealguard.checks._places import Places
from sealguard.checks.authorization._headers import goes_to_open_path, read_credentials
from sealguard.checks.resilience.unlogged_access import RAISES
from sealguard.facts import Kind, Wait, Zone
from sealguard.forms import find_credentials
from sealguard.model import MASK, Observation, Sort, Span
from sealguard.profile import Credential
from sealguard.urls import HOLE, read_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sealguard.facts import Binding, Facts, Header, Hole, Request, Value
    from sealguard.profile import Profile
    from sealguard.urls import Url

MOST: Final = 2_000
"""How many observations of one file are kept; a hostile file can have a million."""

_WHERE: Final = {Kind.ENVIRONMENT: "environment", Kind.STORE: "store", Kind.FILE: "file", Kind.TEMPLATE: "template"}
_NAME: Final = re.compile(r"(?<![A-Za-z0-9_])[A-Z][A-Z0-9]*_[A-Z0-9_]{3,60}(?![A-Za-z0-9_])")
# What stands before an environment variable's name where it is read, in any language: `os.environ["`, `process.env.`, `getenv('`, `$`.
_READS: Final = re.compile(r"(?i)(?:env(?:iron(?:ment)?)?(?:variable)?[\w.:]{0,16}[\s(\[{.:\"'!?,]{0,4}|\$\{?|%env\()$")
_BEFORE: Final = 40
# What is given of a token that is made, as `Body.get` takes names.
_GIVEN: Final = {"name": "named", "scopes": "scoped", "expiresindays": "expiring"}
_SAMPLE: Final = re.compile(r"(?i)(?:^|[./_-])(?:example|sample|template|dist|tpl)(?:$|[./_-])")
_CONFIGURATION: Final = re.compile(r"(?i)\.(?:ya?ml|json[5c]?|toml|ini|cfg|conf|properties|xml|plist|tf|tfvars|hcl)$")
_BESIDE: Final = re.compile(r"\b(?:secretKeyRef|configMapKeyRef|fieldRef|resourceFieldRef)\b")
_STORED: Final = re.compile(r"(?i)secret|vault|keychain|keyring|\bssm\b|\bkms\b|op://")
"""What something that is given by a store is spelled with: `${{ secrets.TOKEN }}`, `azurerm_key_vault_secret`."""
_NEAR: Final = 400
_SCOPE: Final = re.compile(r"[A-Za-z][A-Za-z0-9_:.*-]{0,39}")


@dataclass(frozen=True, slots=True)
class Scribe:
    """Writes observations of one file down so that nothing raw is in them."""

    facts: Facts
    profile: Profile
    hide: Callable[[str], str]
    """Gives text without the file's secrets."""
    fingerprint: Callable[[str], str]
    """Gives the fingerprint of a raw secret, as findings have it."""

    def note(self, sort: Sort, span: Span, **more: object) -> Observation:
        """Write one observation down."""
        document, base = self.facts.document.home(span.start)
        safe = {name: self._safe(value) if isinstance(value, str) and name != "fingerprint" else value for name, value in more.items()}
        return Observation(sort, document.path, document.line_number(span.start - base), **safe)  # type: ignore[arg-type]  # the fields' own types

    def _safe(self, text: str) -> str:
        """Hide what is known to be secret in this file, and whatever looks like a credential all the same."""
        hidden = self.hide(text)
        return MASK if any(find_credentials(hidden)) else hidden


def observe(scribe: Scribe) -> list[Observation]:
    """Give what a file says, each thing once a line, in order."""
    found: dict[object, Observation] = {}
    for each in (_credentials, _calls, _reads, _definitions, _names):
        for observation in each(scribe):
            # A name that is seen to flow into a call tells more than the same name in the line's text.
            place = (observation.sort, observation.path, observation.line, observation.name, observation.where)
            found.setdefault(observation if each is _calls else place, observation)
            if len(found) == MOST:
                break
    return sorted(found.values(), key=lambda each: (each.path, each.line, each.sort, each.name, each.where))


# Credentials ---------------------------------------------------------------------------------------------------------


def _credentials(scribe: Scribe) -> Iterator[Observation]:
    for literal in find_literals(scribe.facts, scribe.profile):
        claims = (jwt.read_claims(literal.text) if literal.kind is Credential.JWT else None) or {}
        issued, expires = jwt.issued(claims), jwt.expiry(claims)
        delivered = scribe.facts.delivered(literal.span.start) != ""
        yield scribe.note(
            Sort.CREDENTIAL,
            literal.span,
            name=literal.name,
            kind=_kind(literal.kind, literal.text),
            marks=frozenset({"client"} if delivered else ()),
            fingerprint=scribe.fingerprint(literal.text),
            # A token's claims are anybody's text: only what looks like a scope is repeated.
            scopes=tuple(scope for scope in jwt.scopes(claims) if _SCOPE.fullmatch(scope)),
            issued=None if issued is None else int(issued),
            expires=None if expires is None else int(expires),
        )


def _kind(kind: Credential, text: str) -> str:
    return "api-key" if kind is Credential.TOKEN and text.startswith("sm_") else str(kind)


# Calls ---------------------------------------------------------------------------------------------------------------


def _calls(scribe: Scribe) -> Iterator[Observation]:
    facts, profile = scribe.facts, scribe.profile
    # One call can be several requests: each way in which what it sends can be put together.
    seen = {"answered": {answer.request.span for answer in facts.answers if answer.checked}}
    growing = (retry for retry in facts.retries if retry.wait in {Wait.GROWING, Wait.ASKED})
    seen["waits"] = {request.span for retry in growing for request in retry.requests}
    writing = {output.context for output in facts.outputs if not output.sink.startswith(RAISES)}
    seen["logged"] = {request.span for request in facts.requests if request.context in writing}
    sent = {request.span for request in facts.requests if not request.made}
    for request in facts.requests:
        again = request.made == "object" and request.span in sent
        if request.made == "client" or again or not request.urls or facts.zone(request.span.start) is not Zone.CODE:
            continue
        if not _about.request_is_ours(facts, profile, request):
            continue
        urls = [url for value in request.urls if (url := read_url(value)) is not None]
        yield scribe.note(
            Sort.CALL,
            request.span,
            method=request.method,
            endpoint=next((_endpoint(url) for url in urls if url.host), next(map(_endpoint, urls), "")),
            uses=tuple(dict.fromkeys(_used(scribe, request))),
            marks=frozenset(_marks(scribe, request, urls, seen)),
        )


def _endpoint(url: Url) -> str:
    return f"{url.host}{url.path or '/'}".replace(HOLE, "{}")[:200]


def _marks(scribe: Scribe, request: Request, urls: Iterable[Url], seen: Mapping[str, set[Span]]) -> Iterator[str]:
    """Say what can be seen of a call, a word each; what cannot be seen has none."""
    facts, profile = scribe.facts, scribe.profile
    urls = tuple(urls)
    if urls and all(url.scheme_known and url.scheme in {"https", "wss"} for url in urls):
        yield "https"
    if request.unverified is None and not facts.unverified:
        yield "verified"
    if facts.delivered(request.span.start):
        yield "client"
    if goes_to_open_path(request, profile):
        yield "open"
    kinds = [kind for header in request.headers if (kind := _well_formed(profile, header))]
    if kinds:
        yield "authorized"
        yield from kinds
    if (body := request.body) is not None and request.method in {"POST", ""} and any(profile.makes_tokens(url.path) for url in urls):
        yield "makes"
        yield from (word for name, word in _GIVEN.items() if body.get(name) is not None)
    if request.method == "DELETE" and any(profile.makes_tokens(posixpath.dirname(url.path)) for url in urls):
        yield "revokes"
    yield from (word for word, spans in seen.items() if request.span in spans)


def _well_formed(profile: Profile, header: Header) -> str:
    """Give what a header that carries a credential as Sealmetrics wants it is: `bearer` or `x-api-key`; empty for any other."""
    kind = profile.header(header.name.text or "")
    if kind == "api-key":
        right = all(value.shape and value.shape == value.shape.strip() for value in header.values)
        return "x-api-key" if right else ""
    if kind != "authorization":
        return ""
    read = [read_credentials(value) for value in header.values]
    return "bearer" if all(each.bearer and each.separator == " " and each.token.shape for each in read) else ""


def _used(scribe: Scribe, request: Request) -> Iterator[str]:
    """Give the credentials that a call carries: the names they are read by, and the fingerprints of those written out."""
    for value in _carried(scribe.profile, request):
        literal = credential_in(scribe.profile, value, Credential.TOKEN)
        if literal is not None:
            yield scribe.fingerprint(literal.text)
        for hole in value.holes:
            if name := _called(hole):
                yield scribe.hide(name)


def _carried(profile: Profile, request: Request) -> Iterator[Value]:
    for header in request.headers:
        if profile.header(header.name.text or "") is not None:
            yield from header.values
    for parameter in (*request.query, *request.fields, *request.cookies):
        if profile.credential_word(parameter.name.text or "") or profile.credential_cookie(parameter.name.text or ""):
            yield from parameter.values
    yield from request.login


def _called(hole: Hole) -> str:
    """Give the name that tells most of where a value comes from: the environment variable itself, or else what the code calls it."""
    if not hole.names:
        return ""
    return hole.names[0] if hole.kind in {Kind.ENVIRONMENT, Kind.STORE, Kind.TEMPLATE} else hole.names[-1]


# Names ---------------------------------------------------------------------------------------------------------------


def _reads(scribe: Scribe) -> Iterator[Observation]:
    """What is read at run time, where it can be seen to flow into a call or to be a credential by its name."""
    facts, profile = scribe.facts, scribe.profile
    carried = [
        value for request in facts.requests if _about.request_is_ours(facts, profile, request) for value in _carried(profile, request)
    ]
    for header in facts.headers:
        if profile.header(header.name.text or "") is not None and _about.header_is_ours(facts, profile, header):
            carried += header.values
    known: dict[str, Span] = {}
    for hole in dict.fromkeys(hole for value in carried for hole in value.holes):
        if hole.kind in _WHERE and facts.zone(hole.span.start) is Zone.CODE:
            name = _called(hole)
            yield scribe.note(
                Sort.READ,
                _looked_up(facts, hole, name, known),
                name=name,
                kind=str(profile.credential(name) or Credential.TOKEN),
                where=_WHERE[hole.kind],
                marks=hole.marks & {"trimmed"},
            )


def _looked_up(facts: Facts, hole: Hole, name: str, known: dict[str, Span]) -> Span:
    """Give where a value is looked up, as far as the name is spelled there: it may be used far from it. `known` is what was found."""
    document, base = facts.document.home(hole.span.start)
    if hole.kind is not Kind.ENVIRONMENT or name in document.line(document.line_number(hole.span.start - base)):
        return hole.span
    if name not in known:
        spelled = (Span(base + start, base + start + len(name)) for start in places(document.text, name))
        known[name] = next((span for span in spelled if facts.zone(span.start) is Zone.CODE), hole.span)
    return known[name]


def _definitions(scribe: Scribe) -> Iterator[Observation]:
    """What a name that stands for a credential is given: in `.env` files, Compose, CI, manifests, configuration.

    A variable whose name does not say that it is one has no kind: another file may put it into a header.
    """
    facts, profile = scribe.facts, scribe.profile
    if _SAMPLE.search(facts.document.path):
        return
    configuration = _CONFIGURATION.search(facts.document.path) is not None
    for binding in facts.bindings:
        name, kind = _named(profile, binding)
        if binding.zone is not Zone.CODE or (kind is None and not (binding.environment and profile.mentions(name))):
            continue
        literal = credential_in(profile, binding.value, kind, partly=True) if kind else None
        # In a program, what a name is given is seen where it is sent.
        told = binding.environment or (configuration and any(hole.kind in _WHERE for hole in binding.value.holes))
        if literal is None and not told:
            continue
        fingerprint = "" if literal is None else scribe.fingerprint(literal.text)
        where = "literal" if literal else _given(facts, profile, binding, name)
        marks = frozenset({"environment"} if binding.environment else ())
        yield scribe.note(Sort.DEFINITION, binding.span, name=name, kind=str(kind or ""), where=where, marks=marks, fingerprint=fingerprint)


def _named(profile: Profile, binding: Binding) -> tuple[str, Credential | None]:
    """Give what a binding defines, and which kind of credential that is."""
    if binding.environment:
        # `- name: TOKEN` beside `valueFrom`: the entry's name is the variable's.
        inner = binding.path[-2] if len(binding.path) > 1 and binding.value.text == binding.path[-2] else binding.name
        return inner, profile.credential(inner)
    first = next((index for index, name in enumerate(binding.path) if profile.mentions(name)), len(binding.path))
    return ".".join(binding.path[first:]), profile.credential(*binding.path)


def _given(facts: Facts, profile: Profile, binding: Binding, name: str) -> str:
    """Say what a name is given that is no credential: a `secret` of a store, what something else passes on (`reference`), or nothing."""
    text, value = facts.document.text, binding.value
    if value.text == name:  # `valueFrom` stands beside it
        behind = _BESIDE.search(text, binding.span.end, binding.span.end + _NEAR)
        return "secret" if behind is not None and behind[0] == "secretKeyRef" else "reference"
    if (value.text or "").startswith(profile.vocabulary.references):
        return "secret"
    if value.holes:
        stored = any(hole.kind is Kind.STORE for hole in value.holes) or _STORED.search(facts.document.slice(binding.span)[:_NEAR])
        return "secret" if stored else "reference"
    return "placeholder" if (value.text or "").strip() else "empty"


def _names(scribe: Scribe) -> Iterator[Observation]:
    """Environment variables that a text names, wherever: read in code, or told in documents, comments and samples.

    One whose name does not say that it is a credential's has no kind, as among definitions.
    """
    facts, profile = scribe.facts, scribe.profile
    text, sample = facts.document.text, bool(_SAMPLE.search(facts.document.path))
    given = Places(binding.span for binding in facts.bindings if binding.environment)
    for found in _NAME.finditer(text):
        if not profile.mentions(found[0]):
            continue
        kind = str(profile.credential(found[0]) or "")
        span = Span(found.start(), found.end())
        if sample or facts.zone(found.start()) is not Zone.CODE:
            yield scribe.note(Sort.MENTION, span, name=found[0], kind=kind)
        elif not given.touch(span) and _READS.search(text, max(0, found.start() - _BEFORE), found.start()):
            yield scribe.note(Sort.READ, span, name=found[0], kind=kind, where="environment")
