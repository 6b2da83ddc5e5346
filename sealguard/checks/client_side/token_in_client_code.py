"""Literal credentials in what browsers and devices get."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sealguard.checks import Sighting, check
from sealguard.checks._literals import find_literals
from sealguard.checks.credentials.token_in_url import token_in_url
from sealguard.facts import Zone
from sealguard.model import APART
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
        yield from _delivered(facts, Sighting(literal.span, _THINGS[literal.kind], secret=literal.text, ways=literal.ways))
    for sighting in token_in_url(facts, profile):
        # What stands in a URL is a credential by the name it has there, and nowhere else.
        if sighting.secret is not None:
            yield from _delivered(facts, replace(sighting, message=_THINGS[Credential.TOKEN]))


def _delivered(facts: Facts, sighting: Sighting) -> Iterator[Sighting]:
    reason = facts.delivered(sighting.span.start)
    if not reason and sighting.span.start >= APART:  # what code imports goes where that code goes
        reasons = (facts.delivered(way.end.start) for way in sighting.ways)
        reason = next((f"imported by '{facts.document.path}', {each}" for each in reasons if each), "")
    if reason and facts.zone(sighting.span.start) is not Zone.COMMENT:
        advice = "revoke it, and call Sealmetrics from a server of yours"
        yield replace(sighting, message=f"{sighting.message} is in code that everybody can read ({reason}): {advice}.")
