"""Which credentials several applications share: seen when every file has been judged, and said where a person would change it."""

from __future__ import annotations

import dataclasses
import os
import posixpath
import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING, Final

from sealguard.applications import COMPOSE, Applications
from sealguard.config import SHARED_TOKEN
from sealguard.decode import decode
from sealguard.model import MOST_RELATED, Related, SourceFile
from sealguard.sources import Batch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sealguard.model import Finding, Skipped, Suppression
    from sealguard.sources import Source

_VARIABLES: Final = re.compile(r"\.env(?:\..+)?|.+\.env")
"""The name of a file of variables, which a Compose file can give to services."""
_ENTRY: Final = re.compile(r"\s*(?:export\s+)?([A-Za-z_]\w*)\s*[=:]")
_TESTS: Final = frozenset({"test", "tests", "__tests__", "spec", "specs", "e2e", "testdata"})
_MOST_NAMED: Final = 3
"""How many applications a message names."""


def settled(findings: Iterable[Finding], source: Source, listed: Iterable[Batch | Skipped] | None = None) -> list[Finding]:
    """Keep of the findings of `shared-token` those whose credential two or more applications have, and say which.

    Every file gives one for each credential that it spells out, as nobody knows by then whose it is. They come out marked
    as suppressed where the credential's own findings are. `source` is what was scanned: its list, `listed` if it is known
    already, tells the applications.
    """
    pending: dict[str, list[Finding]] = defaultdict(list)
    kept: list[Finding] = []
    own: dict[tuple[str, int, str], Suppression | None] = {}
    for finding in findings:
        if finding.rule == SHARED_TOKEN:
            pending[finding.fingerprint].append(finding)
        else:
            kept.append(finding)
            if finding.credential:
                _note(own, finding)
    tree = _Tree(source, listed)
    for found in pending.values():
        kept += (_suppressed(finding, own) for finding in tree.shared(found))
    return kept


def applications(source: Source) -> Applications:
    """Give the applications of all that a source lists."""
    return _Tree(source).applications


def _note(own: dict[tuple[str, int, str], Suppression | None], finding: Finding) -> None:
    place = _place(finding)
    own[place] = finding.suppression if own.get(place, finding.suppression) is not None else None


def _suppressed(finding: Finding, own: dict[tuple[str, int, str], Suppression | None]) -> Finding:
    """What is known to be no real credential, or accepted, is not shared either."""
    return dataclasses.replace(finding, suppression=finding.suppression or own.get(_place(finding)))


def _place(finding: Finding) -> tuple[str, int, str]:
    return finding.path, finding.region.start_line, finding.fingerprint


@dataclass(frozen=True, slots=True)
class _Literal:
    """One place where a credential is spelled out, and the applications that have it from there."""

    finding: Finding
    users: tuple[str, ...]


class _Tree:
    """What the source lists, asked for when there is something to ask."""

    def __init__(self, source: Source, listed: Iterable[Batch | Skipped] | None = None) -> None:
        self._source = source
        self._listed = listed
        self._objects: dict[str, bytes] = {}
        """Every path, and the id of its content where the source has ids."""
        self._known: Applications | None = None

    @property
    def applications(self) -> Applications:
        if self._known is None:
            for batch in self._source.batches() if self._listed is None else self._listed:
                if isinstance(batch, Batch):
                    names = (path.decode("utf-8", "surrogateescape") for path in batch.paths)
                    self._objects.update(zip(names, batch.objects or repeat(b""), strict=False))
            self._known = Applications(self._objects, self._text)
        return self._known

    def _text(self, path: str) -> str | None:
        if path not in self._objects:
            return None
        name, content = os.fsencode(path), self._objects[path]
        for item in self._source.read(Batch([name], [content] if content else [])):
            if isinstance(item, tuple):
                return decode(SourceFile(name, item[1])).text
        return None

    def shared(self, found: Sequence[Finding]) -> Iterator[Finding]:
        """Give the findings of one credential that is spelled out in these places."""
        literals = [_Literal(finding, self._users(finding)) for finding in sorted(found, key=_order)]
        users = set().union(*(literal.users for literal in literals))
        # A directory is the same application as the services that are built of it.
        users = {user for user in users if not any(other.startswith(f"{user}#") for other in users)}
        if len(users) < 2:  # noqa: PLR2004 - one application may use it wherever it likes
            return
        chosen = list(_chosen(literals, users))
        for literal in chosen:
            yield _finding(literal, users, [other.finding for other in literals if other is not literal])

    def _users(self, finding: Finding) -> tuple[str, ...]:
        """Give the applications that have a credential from one place."""
        applications, path = self.applications, finding.path
        name = posixpath.basename(path)
        given: tuple[str, ...] = ()
        if applications.composed and COMPOSE.fullmatch(name):
            given = applications.services_at(path, finding.region.start_line)
        elif applications.composed and _VARIABLES.fullmatch(name):
            entry = _ENTRY.match(finding.source[0]) if finding.source else None
            given = applications.services_given(path, entry[1] if entry else "")
        if given:
            return given
        elsewhere = (applications.of(related.path) for related in finding.related if related.path != path)
        reading = tuple(dict.fromkeys(user for user in elsewhere if user is not None))
        home = applications.of(path)
        # That a library uses it itself does not say who uses the library.
        if not {home}.issuperset(reading):
            return reading
        if home is None:
            return ()
        depending = () if _in_test(path) else applications.users(home)
        return depending if len(depending) > 1 else (home,)


def _order(finding: Finding) -> tuple[bool, str, int]:
    return _in_test(finding.path), finding.path, finding.region.char_offset


def _in_test(path: str) -> bool:
    return not _TESTS.isdisjoint(path.lower().split("/"))


def _chosen(literals: Sequence[_Literal], users: set[str]) -> Iterator[_Literal]:
    """Give each definition that feeds several applications, then the first of every application that is left."""
    left = set(users)
    for literal in literals:
        if len(left.intersection(literal.users)) > 1:
            left.difference_update(literal.users)
            yield literal
    for literal in literals:
        if not left.isdisjoint(literal.users):
            left.difference_update(literal.users)
            yield literal


def _finding(literal: _Literal, users: set[str], others: Sequence[Finding]) -> Finding:
    named = sorted(users)
    shown = ", ".join(f"'{_name(user)}'" for user in named[:_MOST_NAMED])
    more = f" and {len(named) - _MOST_NAMED} more" if len(named) > _MOST_NAMED else ""
    related = [*literal.finding.related, *(Related("the same credential", other.path, other.region) for other in others)]
    return dataclasses.replace(
        literal.finding,
        message=f"{len(named)} applications share one Sealmetrics credential ({shown}{more}): make a token for each of them.",
        related=tuple(related[:MOST_RELATED]),
    )


def _name(user: str) -> str:
    """Say an application: its directory, or the service of a Compose file."""
    directory, hashed, service = user.partition("#")
    if hashed:
        return f"{directory}/{service}" if directory else service
    return directory or "."
