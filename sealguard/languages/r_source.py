"""R's front end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sealguard.facts import Zone
from sealguard.flow import follow
from sealguard.languages.r_library import LIBRARY
from sealguard.languages.r_syntax import parse

if TYPE_CHECKING:
    from sealguard.facts import Facts
    from sealguard.languages.fragment import Fragment


def read(fragment: Fragment, facts: Facts) -> None:
    """Add what a piece of R says to `facts`.

    Raises:
        SyntaxProblem: it is no R, or nests too deeply.

    """
    program, comments = parse(fragment)
    zones = [(fragment.outer(start, end), Zone.COMMENT) for start, end in comments]
    facts.zones = sorted([*facts.zones, *zones], key=lambda zone: zone[0])
    follow(program, LIBRARY, facts)
