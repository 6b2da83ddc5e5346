"""Credentials that could be another application's too: which of them are is seen when all files have been."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sealguard.checks import Sighting, _testing, check
from sealguard.checks._literals import find_literals
from sealguard.checks._places import Places
from sealguard.checks.credentials.token_in_url import token_in_url
from sealguard.facts import Zone
from sealguard.profile import Credential

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts
    from sealguard.profile import Profile

_UNSETTLED: Final = "A Sealmetrics credential can be another application's, too."
"""What is said of one until `sealguard.sharing` knows whose it is."""
_KINDS: Final = frozenset({Credential.TOKEN, Credential.JWT, Credential.PASSWORD})
"""A webhook's signing secret is the webhook's: whoever receives it has to have that one."""


@check("shared-token")
def shared_token(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Every literal credential that a program or its configuration has; what documents and comments show is used by nobody."""
    if _testing.is_shown(facts.document.path):
        return
    taken = Places()
    literals = [each for each in find_literals(facts, profile) if each.kind in _KINDS]
    spelled = (Sighting(each.span, _UNSETTLED, secret=each.text, ways=each.ways) for each in literals)
    for sighting in (*spelled, *token_in_url(facts, profile)):
        if sighting.secret is not None and facts.zone(sighting.span.start) is Zone.CODE and taken.claim(sighting.span):
            yield Sighting(sighting.span, _UNSETTLED, secret=sighting.secret, ways=sighting.ways)
