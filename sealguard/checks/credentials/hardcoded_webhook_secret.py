"""Literal webhook signing secrets."""

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


@check("hardcoded-webhook-secret")
def hardcoded_webhook_secret(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Secrets with which anybody could sign webhooks in Sealmetrics' name."""
    for literal in find_literals(facts, profile):
        if literal.kind is Credential.WEBHOOK_SECRET and not literal.hidden:
            advice = "rotate it, and read the new one from the environment"
            yield written_out(literal, "A Sealmetrics webhook signing secret is written out", advice)
