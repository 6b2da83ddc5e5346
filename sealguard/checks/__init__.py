"""One check a rule: small, stateless generators that read facts and say where the rule is broken.

`rules/<family>/<id>.md` is kept by `checks/<family>/<id>.py`; a check is found by walking this package, so adding one
edits no existing file.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sealguard.facts import Facts
    from sealguard.model import Level, Span
    from sealguard.profile import Profile

    Check = Callable[[Facts, Profile], Iterator["Sighting"]]


class Way(NamedTuple):
    """Where something goes from the place where it is written."""

    phrase: str
    """What is done with it in the end: "sent here", "read here"."""
    end: Span
    """Where that is done."""
    given: Span | None = None
    """Where a call hands it to the function that does it, if one does."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place where a rule is broken, as a check sees it; the engine makes a `Finding` of it."""

    span: Span
    message: str
    """One sentence without the secret: what is wrong and what to do, dynamic parts in single quotes, ending in a period."""
    secret: str | None = None
    """The raw credential, where there is one: it is masked and fingerprinted before it leaves the engine."""
    level: Level | None = None
    """Only where it differs from the rule's own."""
    ways: tuple[Way, ...] = ()
    """Where what is written here is used."""


_CHECKS: dict[str, Check] = {}


def check(rule: str) -> Callable[[Check], Check]:
    """Register a function as the check of a rule."""

    def register(function: Check) -> Check:
        _CHECKS[rule] = function
        return function

    return register


def load_checks() -> Mapping[str, Check]:
    """Import every module below this package and give each rule's check."""
    for module in pkgutil.walk_packages(__path__, f"{__name__}."):
        importlib.import_module(module.name)
    return _CHECKS
