"""Whatever detect-secrets' own detectors find: another vendor's key in the same repository is a leak, too."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from sealguard.checks import Sighting, check
from sealguard.forms import find_credentials
from sealguard.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detect_secrets.plugins.base import BasePlugin

    from sealguard.facts import Facts
    from sealguard.profile import Profile

LONGEST_LINE: Final = 4096
"""In code points. Longer lines are built or generated, and some of the detectors' patterns are slow on them."""

# A line of detect-secrets' own baseline: its detectors take the hash of what was accepted for a secret, too.
_HASHED: Final = re.compile(r'\s*"hashed_secret": "[0-9a-f]{40}",?\s*')


@check("generic-secret")
def generic_secret(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Each line's secrets, by every bundled detector, examples left out; what has a form of Sealmetrics has its own rules."""
    document = facts.document
    for number in range(1, document.line_count + 1):
        line = document.line(number)
        if not line.strip() or len(line) > LONGEST_LINE or _HASHED.fullmatch(line):
            continue
        ours = [line[start:end] for _, start, end in find_credentials(line)]
        told: set[str] = set()
        for detector, secret in _found(document.path, line):
            if secret in told or profile.is_placeholder(secret) or any(secret in text or text in secret for text in ours):
                continue
            told.add(secret)
            at, start = line.find(secret), document.line_span(number).start
            span = Span(start + at, start + at + len(secret)) if at >= 0 else document.line_span(number)
            yield Sighting(
                span,
                f"detect-secrets' '{detector}' detector takes this for a secret: move it out of the repository and revoke it.",
                secret=secret,
            )


def _found(path: str, line: str) -> Iterator[tuple[str, str]]:
    """Give detector and raw secret for one line, in the detectors' order, as detect-secrets' own scan filters them."""
    from detect_secrets.filters import heuristic  # noqa: PLC0415 - 90 ms that only this rule, off by default, pays

    for plugin in _detectors():
        for found in sorted(plugin.analyze_line(path, line, 1), key=lambda found: found.secret_value or ""):
            secret = found.secret_value
            if not secret or heuristic.is_sequential_string(secret) or heuristic.is_templated_secret(secret):
                continue
            if (
                heuristic.is_prefixed_with_dollar_sign(secret)
                or heuristic.is_not_alphanumeric_string(secret)
                or heuristic.is_potential_uuid(secret)
            ):
                continue
            if not heuristic.is_indirect_reference(line) and not heuristic.is_likely_id_string(secret, line, plugin):
                yield plugin.secret_type, secret


@cache
def _detectors() -> tuple[BasePlugin, ...]:
    """Make every detector that detect-secrets brings. Its settings, a global, are left alone: by default nothing is verified online."""
    from detect_secrets.core.plugins.util import get_mapping_from_secret_type_to_class  # noqa: PLC0415 - as above

    classes: list[tuple[str, type[BasePlugin]]] = sorted(get_mapping_from_secret_type_to_class().items())
    # The more a detector knows of what it looks for, the better its name says what was found.
    general = ("Base64 High Entropy String", "Hex High Entropy String", "Secret Keyword")
    return tuple(plugin() for _, plugin in sorted(classes, key=lambda entry: entry[0] in general))
