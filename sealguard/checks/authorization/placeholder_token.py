"""A documentation placeholder in a header of running code."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from sealguard.checks import check
from sealguard.checks._testing import in_test, is_shown
from sealguard.checks.authorization._headers import SCHEMES, credential_headers, read_credentials, sightings, token_of
from sealguard.checks.authorization._templates import find_template, quoted_name
from sealguard.facts import Zone
from sealguard.flow.settings import is_data
from sealguard.model import APART

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.checks import Sighting
    from sealguard.facts import Facts, Header, Value
    from sealguard.profile import Profile

# What stands where a token was taken out on purpose: in a log, an error report, a recording.
_MASK: Final = re.compile(
    r"(?:sm_\w{0,8})?[*•●█._…\u2026-]{2,}|[\[<({]?(?:redacted|masked|hidden|filtered|removed|secret|censored|scrubbed|stripped)[\])>}]?",
    re.IGNORECASE,
)


@check("placeholder-token")
def placeholder_token(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Find `Bearer YOUR_API_TOKEN` and its like where code runs."""
    if is_shown(facts.document.path) or in_test(facts.document.path):
        return
    for kind, header in credential_headers(facts, profile, "authorization", "api-key"):
        if not header.example and facts.zone(header.span.start) is Zone.CODE and not _in_test(header):
            yield from sightings(header, partial(_fault, facts, profile, kind))


def _fault(facts: Facts, profile: Profile, kind: str, value: Value) -> str | None:
    if any(is_data(facts.document.home(text.span.start)[0].path) for text in value.texts if text.span.start >= APART):
        return None  # what a file of settings has before it is filled
    text = _placeholder(profile, kind, value)
    return f"The header sends the placeholder '{text}'; read the token from the environment." if text else None


def _in_test(header: Header) -> bool:
    return in_test("", header.context) or any(in_test("", request.context) for request in header.requests)


def _placeholder(profile: Profile, kind: str, value: Value) -> str | None:
    read = read_credentials(value)
    if kind == "authorization" and read.scheme.lower() in SCHEMES and not read.bearer:
        return None  # `wrong-scheme` says what is to be changed
    if value.shape.endswith(" ") and value.shape.strip().lower() in SCHEMES:
        return None  # something that is not seen adds the token
    token = token_of(value, kind)
    text = token.text
    # Template languages' own marks are filled when the file is rendered.
    if not text or "{{" in text or "<%" in text or find_template(token) or _MASK.fullmatch(text) or quoted_name(profile, token, value):
        return None
    return text if profile.is_placeholder(text) and len(text) <= 80 else None  # noqa: PLR2004 - longer text is no placeholder
