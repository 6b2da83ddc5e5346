"""Literal credentials in what browsers and devices get."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sealguard.checks import Sighting, check
from sealguard.checks._literals import find_literals
from sealguard.facts import Zone
from sealguard.profile import Credential

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts
    from sealguard.profile import Profile

_THINGS: Final = {
    Credential.TOKEN: "A Sealmetrics API token",
    Credential.JWT: "A Sealmetrics access token (JWT)",
    Credential.WEBHOOK_SECRET: "A Sealmetrics webhook signing secret",
    Credential.PASSWORD: "A Sealmetrics password",
}


@check("token-in-client-code")
def token_in_client_code(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Credentials of every kind, hidden ones too, in stretches that are delivered."""
    if not facts.deliveries:
        return
    for literal in find_literals(facts, profile):
        reason = facts.delivered(literal.span.start)
        if reason and facts.zone(literal.span.start) is not Zone.COMMENT:
            advice = "revoke it, and call Sealmetrics from a server of yours"
            message = f"{_THINGS[literal.kind]} is in code that everybody can read ({reason}): {advice}."
            yield Sighting(literal.span, message, secret=literal.text, related=literal.related)
