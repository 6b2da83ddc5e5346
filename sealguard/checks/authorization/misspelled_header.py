"""A credential under a header that is none of Sealmetrics'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sealguard.checks import Sighting, check
from sealguard.checks._about import by_url
from sealguard.checks.authorization._headers import MOST_REQUESTS, credential_headers, read_credentials

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts, Header, Value
    from sealguard.profile import Profile


@check("misspelled-header")
def misspelled_header(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Find credentials in `Authorisation`, `X-Auth-Token` and the like, where no right header goes along."""
    for _, header in credential_headers(facts, profile, "misspelled"):
        right = any(_is_right(profile, other) for request in header.requests[:MOST_REQUESTS] for other in request.headers)
        # Where the call is seen to go to the API, whatever is put into a header of such a name is meant to be the credential.
        seen = by_url(profile, (url for request in header.requests[:MOST_REQUESTS] for url in request.urls)) is True
        # Before anything is seen to send it, a map or a call with a placeholder under such a name can be about anything.
        known = bool(header.requests) or any("header" in name.lower() for name in header.context)
        if not right and any(_carries_credential(profile, value, known=known) or (seen and value.holes) for value in header.values):
            yield Sighting(
                header.span,
                f"Sealmetrics does not read the header '{header.name.text}'; send 'Authorization' with 'Bearer', or 'X-API-Key'.",
            )


def _is_right(profile: Profile, header: Header) -> bool:
    return header.name.text is not None and profile.header(header.name.text) in {"authorization", "api-key"}


def _carries_credential(profile: Profile, value: Value, *, known: bool) -> bool:
    read = read_credentials(value)
    if read.bearer and read.token.parts:
        return True
    if any(profile.credential_word(name) is not None for hole in value.holes for name in hole.names):
        return True
    text = value.text
    return text is not None and (profile.looks_secret(text) or (known and profile.is_placeholder(text)))
