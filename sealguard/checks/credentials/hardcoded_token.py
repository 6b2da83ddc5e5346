"""Literal API keys and tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sealguard.checks import check
from sealguard.checks._literals import find_literals
from sealguard.checks.credentials._words import written_out
from sealguard.profile import Credential

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.checks import Sighting
    from sealguard.facts import Facts
    from sealguard.profile import Profile


@check("hardcoded-token")
def hardcoded_token(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Tokens told by form, by name, or because they are sent to Sealmetrics."""
    for literal in find_literals(facts, profile):
        if literal.kind is Credential.TOKEN and not literal.hidden:
            advice = "revoke it, and read its successor from the environment or a secret manager"
            yield written_out(literal, "A Sealmetrics API token is written out", advice)
