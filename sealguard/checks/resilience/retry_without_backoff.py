"""A retry that does not wait, or not long enough."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sealguard.checks import Sighting, check
from sealguard.checks.resilience._retries import our_retries
from sealguard.facts import Wait

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts, Retry
    from sealguard.profile import Profile

_PATIENT: Final = 60
"""How many seconds a fixed wait has to be that does not ask how long to wait: windows of rate limits are a minute."""
_PATIENT_POLICY: Final = 1
"""The same of a library's policy, which looks at `Retry-After` or bounds its tries by itself."""


@check("retry-without-backoff")
def retry_without_backoff(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Find what repeats requests at once, or again and again after the same short time."""
    seen: set[int] = set()
    for retry in our_retries(facts, profile):
        span = (retry.waiting or retry.span) if _is_hasty(retry) else None
        if span is not None and span.start not in seen:
            seen.add(span.start)
            waits = f"after the same {_seconds(retry.seconds)}" if retry.wait is Wait.FIXED and retry.seconds else "without a wait"
            yield Sighting(span, f"Requests are repeated {waits}; wait as long as 'Retry-After' says, or longer each time.")


def _is_hasty(retry: Retry) -> bool:
    if not retry.limited:
        return False
    patient = _PATIENT_POLICY if retry.policy else _PATIENT
    return retry.wait is Wait.NONE or (retry.wait is Wait.FIXED and retry.seconds < patient)


def _seconds(number: float) -> str:
    said = f"{number:.3g}"
    return f"{said} second" if said == "1" else f"{said} seconds"
