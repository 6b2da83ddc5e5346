"""What an audit is made of: the scans of the work tree and of the history, and how to tell whose a file is."""

from __future__ import annotations

import dataclasses
import re
import time
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from sealguard.model import Report, Sort

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sealguard.model import Exposure, Finding, Observation
    from sealguard.profile import Profile

_ASIDE: Final = re.compile(
    r"(?i)(?:^|/)(?:tests?|__tests__|specs?|e2e|testdata|fixtures|examples?|samples?|docs?)/|(?:^|/)(?:test_[^/]*|[^/]*[._]test\.\w+|[^/]*\.spec\.\w+)$"
    r"|\.(?:md|mdx|rst|adoc|txt)$|[./_-](?:example|sample|template|dist)(?:[./_-]|$)"
)
"""Paths of tests, documents and samples: what calls there says nothing about what runs."""


@dataclass(frozen=True, slots=True)
class Leak:
    """A credential that history has, however many rules found it."""

    finding: Finding
    exposure: Exposure
    rules: tuple[str, ...]


@dataclass(frozen=True)
class Material:
    """What was read, and what is known of it."""

    worktree: Report
    history: Report | None
    """`None` where there is no repository."""
    application: Callable[[str, int], tuple[str, ...]]
    """Gives the applications that have what stands on a line of a file: directories, the root's empty."""
    profile: Profile
    off: tuple[str, ...] = ()
    """Rules that do not run because the configuration says so."""
    now: float = field(default_factory=time.time)
    """In seconds since 1970."""

    # Findings --------------------------------------------------------------------------------------------------------

    @cached_property
    def findings(self) -> Mapping[str, Sequence[Finding]]:
        """The findings of the work tree that count, by rule."""
        by_rule: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in self.worktree.active:
            by_rule[finding.rule].append(finding)
        return by_rule

    @cached_property
    def leaks(self) -> Mapping[str, Leak]:
        """What history has that counts, by fingerprint."""
        found: dict[str, Leak] = {}
        for finding in self.history.active if self.history else ():
            if finding.exposure is None:
                continue
            known = found.get(finding.fingerprint)
            if known is None:
                found[finding.fingerprint] = Leak(finding, finding.exposure, (finding.rule,))
            else:
                found[finding.fingerprint] = _joined(known, finding, finding.exposure)
        return found

    @property
    def gone(self) -> Sequence[Leak]:
        """What is in history only."""
        return [leak for leak in self.leaks.values() if leak.exposure.gone]

    def together(self) -> Report:
        """Give one report of the work tree's findings and of those that are in history only."""
        inside = self.worktree
        if self.history is None:
            return inside
        shown = {leak.finding.fingerprint for leak in self.gone}
        known = self.leaks

        def told(finding: Finding) -> Finding:
            leak = known.get(finding.fingerprint) if finding.credential else None
            return dataclasses.replace(finding, exposure=leak.exposure) if leak else finding

        findings = [told(finding) for finding in inside.findings]
        findings += [finding for finding in self.history.findings if finding.fingerprint in shown]
        return dataclasses.replace(
            inside,
            findings=sorted(findings, key=lambda finding: finding.sort_key),
            skipped=sorted({*inside.skipped, *self.history.skipped}, key=lambda skip: (skip.path, skip.reason)),
            seconds=inside.seconds + self.history.seconds,
            interrupted=inside.interrupted or self.history.interrupted,
            ignored=list(dict.fromkeys((*inside.ignored, *self.history.ignored))),
        )

    def gap(self) -> str:
        """Say why the history tells less than all; empty where it tells all."""
        if self.worktree.interrupted:
            return "The audit was interrupted before the history was looked at."
        if self.history is None:
            return "There is no git repository here: what was ever committed is not known."
        missing = [skip for skip in self.history.skipped if skip.incomplete]
        return f"Not all of the history was looked at: {missing[0].reason}." if missing else ""

    # Observations ----------------------------------------------------------------------------------------------------

    def observed(self, sort: Sort) -> Sequence[Observation]:
        """Give the observations of a sort in the work tree, in order, tests, documents and samples left out."""
        return [each for each in self._by_sort[sort] if not _ASIDE.search(each.path)]

    @cached_property
    def _by_sort(self) -> Mapping[Sort, Sequence[Observation]]:
        by_sort: defaultdict[Sort, list[Observation]] = defaultdict(list)
        for each in sorted(self.worktree.observations, key=lambda each: (each.path, each.line, each.name)):
            by_sort[each.sort].append(each)
        return by_sort

    @property
    def written_out(self) -> Sequence[Observation]:
        """Every credential that is written out, anywhere in the work tree or in history."""
        old = self.history.observations if self.history else ()
        return [*self._by_sort[Sort.CREDENTIAL], *(each for each in old if each.sort is Sort.CREDENTIAL)]

    @property
    def written_here(self) -> Sequence[Observation]:
        """Those of them that the work tree has."""
        return self._by_sort[Sort.CREDENTIAL]

    def scopes(self, method: str, endpoint: str) -> tuple[str, ...]:
        """Give the scopes any of which a call needs; none where nobody knows."""
        return self.profile.needed_scopes(method, endpoint.partition("/")[2])

    @property
    def mentions(self) -> Sequence[Observation]:
        """Where documents, comments and samples name what stands for a credential."""
        return self._by_sort[Sort.MENTION]

    @cached_property
    def calls(self) -> Sequence[Observation]:
        """The calls that run, each once, however many files show it."""
        places: dict[tuple[str, int], list[Observation]] = {}
        for call in self.observed(Sort.CALL):
            places.setdefault((call.path, call.line), []).append(call)
        return [call for seen in places.values() for call in _told(seen)]


def _told(seen: Sequence[Observation]) -> Iterator[Observation]:
    """Make one of what several files show of the calls on a line: a view that does not know the host knows less of the same call."""
    known = [call for call in seen if not call.endpoint.startswith("/") and call.endpoint] or seen
    rest = [call for call in seen if call not in known]
    by_endpoint: dict[tuple[str, str], list[Observation]] = {}
    for call in known:
        by_endpoint.setdefault((call.method, call.endpoint), []).append(call)
    for same in by_endpoint.values():
        views = [*same, *rest]
        marks = frozenset(mark for view in views for mark in view.marks)
        yield dataclasses.replace(views[0], marks=marks, uses=tuple(dict.fromkeys(name for view in views for name in view.uses)))


def _joined(known: Leak, finding: Finding, exposure: Exposure) -> Leak:
    """Make one of what two rules found of a credential."""
    first = min(filter(None, (known.exposure.first, exposure.first)), key=lambda commit: commit.time, default=None)
    last = max(filter(None, (known.exposure.last, exposure.last)), key=lambda commit: commit.time, default=None)
    places = {place.path: place for place in (*exposure.places, *known.exposure.places)}
    whole = dataclasses.replace(
        known.exposure,
        first=first,
        last=last,
        refs=tuple(dict.fromkeys((*known.exposure.refs, *exposure.refs))),
        current=known.exposure.current or exposure.current,
        days=max(known.exposure.days, exposure.days),
        places=tuple(sorted(places.values(), key=lambda place: (not place.current, place.path))),
    )
    better = finding if exposure.current and not known.exposure.current else known.finding
    return Leak(better, whole, tuple(dict.fromkeys((*known.rules, finding.rule))))
