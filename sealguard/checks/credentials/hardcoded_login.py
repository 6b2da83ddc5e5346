"""Literal passwords."""

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


@check("hardcoded-login")
def hardcoded_login(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Passwords of Sealmetrics accounts, by name or because they are sent to log in."""
    for literal in find_literals(facts, profile):
        if literal.kind is Credential.PASSWORD and not literal.hidden:
            advice = "change it, and read the new one from the environment or a secret manager"
            yield written_out(literal, "A Sealmetrics password is written out", advice)
