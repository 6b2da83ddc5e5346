"""A retry that repeats what was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sealguard.checks import Sighting, check
from sealguard.checks.resilience._retries import our_retries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts
    from sealguard.profile import Profile


@check("retry-on-auth-error")
def retry_on_auth_error(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Find what lets an answer of 401 or 403 be repeated."""
    seen: set[int] = set()
    for retry in our_retries(facts, profile):
        if retry.refused is not None and retry.refused.start not in seen:
            seen.add(retry.refused.start)
            yield Sighting(
                retry.refused,
                "What is answered with 401 or 403 is repeated; leave both out of what is retried, and ask for a new token or scope.",
            )
