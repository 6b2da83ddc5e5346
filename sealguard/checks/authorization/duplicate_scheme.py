"""`Bearer Bearer ...`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard.checks import check
from sealguard.checks.authorization._headers import SCHEMES, judged, read_credentials

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.checks import Sighting
    from sealguard.facts import Facts, Value
    from sealguard.profile import Profile

# More words than a scheme and what it announces are a sentence.
_SECOND: Final = re.compile(r"([A-Za-z][A-Za-z0-9_-]*)[\s:=]+\S+\s*\Z")


@check("duplicate-scheme")
def duplicate_scheme(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Find a second scheme behind the right one."""
    return judged(facts, profile, _fault, "authorization")


def _fault(value: Value) -> str | None:
    read = read_credentials(value)
    second = _SECOND.match(read.token.shape)
    if read.bearer and second and second[1].lower() in SCHEMES:
        return f"The Authorization header has a second scheme, '{second[1]}', behind '{read.scheme}'; keep one 'Bearer'."
    return None
