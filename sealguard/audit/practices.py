"""The practices that an audit goes through, and how credentials are replaced, as `rules/practices.toml` and `rules/rotation.toml` say."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sealguard.rulebook import RULES

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Practice:
    """A sentence of Sealmetrics' authentication guide that says what to do."""

    id: str
    section: str
    """The heading that it stands under."""
    says: str
    """In the guide's own words."""
    rules: tuple[str, ...]
    """Those whose findings break it."""
    evidence: str
    """What shows that it is kept, by its name in `evidence.py`; empty where code cannot show it."""
    ask: str
    """What a person has to find out where code does not show it."""
    history: bool = False
    """Whether what a later commit removed breaks it as well."""


@cache
def practices() -> tuple[Practice, ...]:
    """Give all practices in the guide's order. Raises `OSError` where the data is not installed."""
    data = tomllib.loads((RULES / "practices.toml").read_text("utf-8"))
    return tuple(Practice(**{**entry, "rules": tuple(entry["rules"])}) for entry in data["practice"])


@cache
def rotation() -> Mapping[str, Mapping[str, str]]:
    """Give the steps by which a credential of each kind is replaced, and those that take it out of history (`purge`)."""
    return tomllib.loads((RULES / "rotation.toml").read_text("utf-8"))
