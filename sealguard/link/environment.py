"""From environment names that programs read Sealmetrics' credentials from to the files that give these names a value."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from sealguard.checks._about import header_is_ours
from sealguard.facts import Kind
from sealguard.flow.settings import ENVIRONMENT
from sealguard.model import Related
from sealguard.profile import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sealguard.facts import Facts
    from sealguard.model import Finding, Region
    from sealguard.profile import Profile
    from sealguard.sources import Batch

_DEFINING: Final = re.compile(
    r"(?:^|/)(?:\.env[^/]*|[^/]+\.env|\.envrc|[^/]+\.(?:ya?ml|toml|properties|ini|tfvars|cfg)|(?:Docker|Container)file[^/]*|[^/]+\.dockerfile)$"
)
"""Files that give the environment's variables values."""
_COMMON: Final = frozenset(
    {"api", "token", "key", "access", "auth", "secret", "bearer", "jwt", "password", "credential", "credentials", "app"}
)
"""Words of names that say nothing of whose they are."""
LARGEST: Final = 1_000_000
"""How large such a file may be, in bytes."""


class Reading(NamedTuple):
    """One place where a program reads a credential from the environment."""

    name: str
    path: str
    region: Region


def readings(facts: Facts, profile: Profile) -> Iterator[Reading]:
    """Give the names from which a file reads what it sends to Sealmetrics, where the name itself does not say so."""
    for header in facts.headers:
        name = header.name.text
        if name is None or profile.header(name) is None or not header_is_ours(facts, profile, header):
            continue
        for value in header.values:
            for hole in value.holes:
                if hole.kind is Kind.ENVIRONMENT and hole.names and profile.owner(hole.names[0]) is None:
                    document, _ = facts.document.home(hole.span.start)
                    yield Reading(hole.names[0], document.path, facts.document.region(hole.span))


def defining(readings: Iterable[Reading], listed: Iterable[Batch]) -> Iterator[tuple[Batch, tuple[str, ...]]]:
    """Give the files that can define the names, in batches, each with the names that it can define."""
    known = list(dict.fromkeys((reading.name, posixpath.dirname(reading.path)) for reading in readings))
    for batch in listed:
        chosen: dict[tuple[str, ...], list[int]] = {}
        for at, path in enumerate(batch.paths):
            name = path.decode("utf-8", "surrogateescape")
            if _DEFINING.search(name) and (names := _names(name, known)):
                chosen.setdefault(names, []).append(at)
        yield from ((batch.chosen(numbers), names) for names, numbers in chosen.items())


def _names(path: str, known: list[tuple[str, str]]) -> tuple[str, ...]:
    """Give the names that a file can define: what is read below it, or what no other program is likely to read."""
    home = posixpath.dirname(path)
    near = ENVIRONMENT.search(path) is not None  # only what stands below such a file reads it
    return tuple(
        dict.fromkeys(
            name
            for name, reader in known
            if not home or reader == home or reader.startswith(f"{home}/") or (not near and not _COMMON.issuperset(words(name)))
        )
    )


def tied(finding: Finding, readings: Iterable[Reading]) -> tuple[Related, ...]:
    """Give where the name that a finding's line defines is read."""
    return tuple(
        Related("read here", reading.path, reading.region, via=())
        for reading in readings
        if finding.source and re.search(rf"(?<!\w){re.escape(reading.name)}(?!\w)", finding.source[0])
    )
