"""Another scheme than `Bearer`, HTTP basic authentication among them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sealguard.checks import Sighting, check
from sealguard.checks._about import request_is_ours
from sealguard.checks._testing import expects_refusal
from sealguard.checks.authorization._headers import SCHEMES, goes_elsewhere, goes_to_open_path, judged, read_credentials

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts, Value
    from sealguard.model import Span
    from sealguard.profile import Profile


@check("wrong-scheme")
def wrong_scheme(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Find schemes that Sealmetrics does not have."""
    yield from judged(facts, profile, partial(_fault, profile), "authorization")
    seen: set[Span] = set()
    for request in facts.requests:
        if (
            request.authentication is not None
            and request.authentication not in seen
            and request_is_ours(facts, profile, request)
            and not (goes_to_open_path(request, profile) or goes_elsewhere(request, profile))
            and not expects_refusal(facts.document, request.span, request.context)
        ):
            seen.add(request.authentication)
            yield Sighting(
                request.authentication,
                "A Sealmetrics call asks for HTTP basic authentication; send 'Authorization: Bearer' and the token instead.",
            )


def _fault(profile: Profile, value: Value) -> str | None:
    read = read_credentials(value)
    if not read.scheme or read.bearer or not read.token.parts:
        return None
    if read.scheme.lower() not in SCHEMES and not (read.separator.isspace() and _can_be_token(profile, read.token)):
        return None
    return f"The Authorization header uses the scheme '{read.scheme}'; Sealmetrics reads 'Bearer'."


def _can_be_token(profile: Profile, token: Value) -> bool:
    """Tell a token from the second word of a text."""
    text = token.text
    return " " not in token.shape if text is None else profile.looks_secret(text)
