"""Every credential of Sealmetrics that a file spells out, however it was told to be one: by its form, its name, or where it flows.

The rules that report literals differ only in the kind of credential and in whether it is hidden; they share this search.
"""

from __future__ import annotations

import base64
import bisect
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sealguard import jwt
from sealguard.checks import Way, _about
from sealguard.checks._places import Places
from sealguard.checks._ways import handed_on
from sealguard.facts import Text
from sealguard.forms import find_credentials
from sealguard.profile import Credential
from sealguard.urls import read_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sealguard.facts import Binding, Facts, Request, Value
    from sealguard.model import Span
    from sealguard.profile import Profile

SPLIT: Final = "split"
"""How a literal is hidden that is put together from pieces."""

_FORMS: Final = {"api-key": Credential.TOKEN, "jwt": Credential.JWT, "webhook-secret": Credential.WEBHOOK_SECRET}
_SCHEME: Final = re.compile(r"\s*(?:(?:bearer|token|basic|jwt|apikey|api-key|oauth)[\s:=]+){0,3}", re.IGNORECASE)
"""Every scheme before a token, also where one more is put in front of one that is there already."""
_GLUED: Final = re.compile(r"\s*(?:bearer|token|basic|jwt|apikey|api-key|oauth)(?:[^\w\s]|%[sv]|\{\w*\})?", re.IGNORECASE)
_DEEPEST: Final = 64
"""How many entries before a place are looked at for the one that holds it."""
_COOKIES: Final = re.compile(r"\s*([^=;\s]+)=([^;]*)")


@dataclass(frozen=True, slots=True)
class Literal:
    """A credential that is spelled out."""

    kind: Credential
    text: str
    """Raw."""
    span: Span
    """Where it is written; its first piece, where it is written in several."""
    hidden: str = ""
    """How: `split`, or what `Text.decoded` says; empty where it stands there in the clear."""
    name: str = ""
    """What it stands under, where that told that it is a credential."""
    ways: tuple[Way, ...] = ()
    """Where it is used, if that is elsewhere."""


def reveals(literal: Literal, text: Text) -> bool:
    """Tell whether text shows a credential: of one that is written elsewhere, more than a few of its letters."""
    if text.masked or not literal.span.overlaps(text.span):
        return False
    shown = min(literal.span.end, text.span.end) - max(literal.span.start, text.span.start)
    return not text.verbatim or 2 * shown >= literal.span.end - literal.span.start


def find_literals(facts: Facts, profile: Profile) -> list[Literal]:
    """Give every literal credential once, in order.

    What was hidden wins over a piece of it that looks like one by itself, and what it is used for over what it is called.
    """
    known = facts.memo.get("literals")
    if isinstance(known, list):
        return known
    found = [_seen(facts, literal) for literal in _told(facts, profile) if not profile.is_placeholder(literal.text)]
    found.sort(key=lambda literal: (not literal.hidden, literal.kind is not Credential.WEBHOOK_SECRET))
    taken = Places()
    # However a literal was told to be one: where it is used is where it is seen to flow.
    used: dict[Span, dict[Way, None]] = {}
    for literal in found:
        used.setdefault(literal.span, {}).update(dict.fromkeys(literal.ways))
    kept = [replace(each, ways=tuple(used[each.span])) for each in found if taken.claim(each.span)]
    facts.memo["literals"] = literals = sorted(kept, key=lambda literal: literal.span)
    return literals


def _seen(facts: Facts, literal: Literal) -> Literal:
    """Take back that a literal is hidden if it stands there letter for letter after all, as in a notebook's JSON."""
    return replace(literal, hidden="") if facts.document.slice(literal.span) == literal.text else literal


def _told(facts: Facts, profile: Profile) -> Iterator[Literal]:
    # Forms come first: they know exactly where the credential begins and ends.
    yield from _by_form(facts, profile)
    yield from _by_name(facts, profile)
    # What stands under another vendor's name is that vendor's, whichever helper it is handed to.
    yield from (literal for literal in _by_flow(facts, profile) if not _under_another(facts, profile, literal.span))


def _under_another(facts: Facts, profile: Profile, span: Span) -> bool:
    said = next((said for binding in _around(facts, span) if (said := profile.owner(*binding.path)) is not None), None)
    return said is False


# Forms -----------------------------------------------------------------------------------------------------------------


def _by_form(facts: Facts, profile: Profile) -> Iterator[Literal]:
    for candidate in facts.candidates:
        yield from _owned(facts, profile, Literal(_FORMS[candidate.form], candidate.text.text, candidate.text.span, candidate.text.decoded))
    for value in (*(string.value for string in facts.strings), *(binding.value for binding in facts.bindings)):
        if len(value.parts) == 1 and isinstance(part := value.parts[0], Text) and part.verbatim and not part.decoded:
            continue  # what stands there letter for letter is a candidate already
        for form, start, end in find_credentials(value.shape):
            literal = _literal(value, start, end, _FORMS[form])
            if literal is not None:
                yield from _owned(facts, profile, literal)


def _owned(facts: Facts, profile: Profile, literal: Literal) -> Iterator[Literal]:
    """Give a literal that has a form if it is Sealmetrics': other vendors use the forms of JWT and webhook secret, too."""
    match literal.kind:
        case Credential.JWT:
            ours = claims_are_ours(literal.text, profile)
        case Credential.WEBHOOK_SECRET:
            ours = not _of_another_vendor(facts, profile, literal.span)
        case _:
            ours = True
    if ours:
        yield literal


def claims_are_ours(token: str, profile: Profile) -> bool:
    """Tell whether a JWT's own claims say that Sealmetrics issued it."""
    claims = jwt.read_claims(token)
    if claims is None:
        return False
    issuer = claims.get("iss")
    return "account_ids" in claims or (isinstance(issuer, str) and profile.mentions(issuer))


def _of_another_vendor(facts: Facts, profile: Profile, span: Span) -> bool:
    """Tell whether the names around a webhook secret, the nearest mention in the file, or the file's own name are another vendor's."""
    for binding in _around(facts, span):
        if (named := profile.owner(*binding.path)) is not None:
            return not named
    said = _about.nearest_mention(facts, profile, span)
    return (profile.owner(_about.file_name(facts)) if said is None else said) is False


def _around(facts: Facts, span: Span) -> Iterator[Binding]:
    """Give the entries that hold a stretch, the innermost first."""
    known = facts.memo.get("bindings in order")
    if not isinstance(known, list):
        facts.memo["bindings in order"] = known = sorted(facts.bindings, key=lambda binding: (binding.span.start, -binding.span.end))
    last = bisect.bisect_right(known, span.start, key=lambda binding: binding.span.start)
    yield from (binding for binding in reversed(known[max(0, last - _DEEPEST) : last]) if span in binding.span)


# Names -----------------------------------------------------------------------------------------------------------------


def _by_name(facts: Facts, profile: Profile) -> Iterator[Literal]:
    stem = _about.file_name(facts)
    in_file = profile.owner(stem)
    headers = Places(header.span for header in facts.headers)
    for binding in facts.bindings:
        if not binding.value.texts:
            continue
        kind = _kind_of(facts, profile, binding, (stem,) if in_file else (), headers)
        if kind is None:
            continue
        literal = credential_in(profile, binding.value, kind, partly=True)
        if literal is not None:
            yield replace(literal, name=binding.name)


def _kind_of(facts: Facts, profile: Profile, binding: Binding, outer: tuple[str, ...], headers: Places) -> Credential | None:
    if profile.credential_cookie(binding.name):
        return Credential.TOKEN
    if profile.header(binding.name) in {"authorization", "api-key"} and headers.touch(binding.span):
        return None  # it is the header's: whose that is, the request knows
    kind = profile.credential(*outer, *binding.path)
    if kind is None and binding.name.lower().startswith("sm_") and _about.context_is_ours(facts, profile, binding.path[:-1]):
        kind = profile.credential_word(binding.name)
    return kind


# Flow ------------------------------------------------------------------------------------------------------------------


def _by_flow(facts: Facts, profile: Profile) -> Iterator[Literal]:
    for header in facts.headers:
        name = (header.name.text or "").lower()
        if name == "cookie":
            for value in header.values:
                yield from _cookie_line(profile, value)
        elif profile.header(name) is not None and _about.header_is_ours(facts, profile, header):
            yield from _sent(profile, _about.sent_to_us(profile, header).values, Credential.TOKEN, header.span)
    for request in facts.requests:
        yield from _in_request(facts, profile, request)
    for signing in facts.signings:
        near = _about.nearest_mention(facts, profile, signing.span)
        if near or (near is None and _about.context_is_ours(facts, profile, signing.context)):
            yield from _sent(profile, signing.keys, Credential.WEBHOOK_SECRET, signing.span, "used as a key here")


def _in_request(facts: Facts, profile: Profile, request: Request) -> Iterator[Literal]:
    for cookie in request.cookies:
        if cookie.name.text and profile.credential_cookie(cookie.name.text):
            yield from _sent(profile, cookie.values, Credential.TOKEN, cookie.span)
    told = [(field.values, field.span, profile.credential_word(field.name.text)) for field in request.fields if field.name.text]
    told = [entry for entry in told if entry[2] is not None]
    if not (told or request.login) or not _about.request_is_ours(facts, profile, request):
        return
    for values, span, kind in told:
        # A password may be another system's unless it is sent to log in.
        if kind is not None and (kind is not Credential.PASSWORD or logs_in(profile, request)):
            yield from _sent(profile, values, kind, span)
    yield from _basic(profile, request)


def _basic(profile: Profile, request: Request) -> Iterator[Literal]:
    """Read user and password of basic authentication: people send tokens as either."""
    user = next((value.text or "" for value in request.login), "")
    chosen = "@" in user or logs_in(profile, request, unseen=False)
    for index, value in enumerate(request.login):
        token = None if chosen else credential_in(profile, value, Credential.TOKEN)
        if token is not None:
            yield token
        elif index:
            yield from _sent(profile, (value,), Credential.PASSWORD, request.span)


def logs_in(profile: Profile, request: Request, *, unseen: bool = True) -> bool:
    """Tell whether a request takes e-mail and password; `unseen` is the answer where its URL cannot be seen."""
    paths = [url.path for value in request.urls if (url := read_url(value)) is not None]
    return unseen if not paths else any(profile.login_path(path) for path in paths)


def _cookie_line(profile: Profile, value: Value) -> Iterator[Literal]:
    for found in _COOKIES.finditer(value.shape):
        if profile.credential_cookie(found[1]):
            yield from _sent(profile, (value.cut(found.start(2), found.end(2)),), Credential.TOKEN, value.span)


def _sent(profile: Profile, values: Iterable[Value], kind: Credential, span: Span, phrase: str = "sent here") -> Iterator[Literal]:
    for value in values:
        literal = credential_in(profile, value, kind)
        if literal is not None:
            yield literal if literal.span in span else replace(literal, ways=(Way(phrase, span, handed_on(value.texts)),))


# Values ----------------------------------------------------------------------------------------------------------------


def credential_in(profile: Profile, value: Value, kind: Credential, *, partly: bool = False) -> Literal | None:
    """Give the credential that a value of a credential's name or place is, its scheme left out; `partly`, also one among holes."""
    shape = value.shape
    for form, start, end in find_credentials(shape):
        return _literal(value, start, end, _FORMS[form])
    text = value.text
    if text is None or (partly and not text.strip()):
        return None
    start = _SCHEME.match(text).end() if kind is not Credential.PASSWORD else len(text) - len(text.lstrip())  # type: ignore[union-attr] # matches nothing, too
    if len(value.texts) > 1 and kind is not Credential.PASSWORD and _GLUED.fullmatch(value.texts[0].text):
        start = max(start, len(value.texts[0].text))  # `"Bearer" + TOKEN`: the space that lacks is another rule's
    end = len(text.rstrip())
    if text[:start].strip().lower() == "basic" and not _hides_secret(profile, text[start:end]):
        return None
    return _literal(value, start, end, kind) if profile.looks_secret(text[start:end], kind) else None


def _hides_secret(profile: Profile, pair: str) -> bool:
    """Tell whether what basic authentication sends can be a secret: `dXNlcjpwYXNzd29yZA==` is `user:password`."""
    try:
        user, _, password = base64.b64decode(pair, validate=True).decode("ascii").partition(":")
    except ValueError:
        return True
    return profile.looks_secret(user) or profile.looks_secret(password, Credential.PASSWORD)


def _literal(value: Value, start: int, end: int, kind: Credential) -> Literal | None:
    """Make a literal of `shape[start:end]`; `None` where a part of that is not known."""
    parts = value.cut(start, end).parts
    texts = [part for part in parts if isinstance(part, Text)]
    if len(texts) < len(parts) or not texts:
        return None
    hidden = next((text.decoded for text in texts if text.decoded), SPLIT if len(texts) > 1 else "")
    return Literal(kind, "".join(text.text for text in texts), texts[0].span, hidden)
