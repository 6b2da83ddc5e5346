"""From what each commit changed to when and where something was: its first and last commit, and the names that reach it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sealguard.sources.commits import Version

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sealguard.sources.commits import Change, Commit, Ref

    Holding = frozenset[int]


class Moment(NamedTuple):
    """A commit and its place in the order of all: no two have the same, so that they can be compared."""

    at: int
    commit: Commit


@dataclass(frozen=True, slots=True)
class Presence:
    """Where in history a version was."""

    first: Moment | None
    """The earliest commit that had it; `None` where no commit did."""
    last: Moment | None
    """The latest one."""
    refs: tuple[str, ...]
    """The names whose history has it, in order."""
    current: bool
    """Whether `HEAD` itself still has it."""


class Timeline:
    """Goes through commits once, parents first, and remembers which of the wanted objects each of them had where.

    A commit has what its first parent had, but for what it changed against that parent; so merges need nothing of their own.
    """

    def __init__(self, wanted: Collection[bytes]) -> None:
        """Look for these objects; a commit that is one of them counts as what it says, held by itself alone."""
        self._wanted = wanted
        self._versions: dict[Version, int] = {}
        self._held: dict[bytes, Holding] = {}
        self._reached: dict[bytes, int] = {}
        """For each commit, as bits, what it or a commit before it had."""
        self._spans: dict[Holding, tuple[Moment, Moment]] = {}
        self._named: dict[int, set[str]] = defaultdict(set)

    def follow(self, commits: Iterable[Commit], changes: Iterable[Change]) -> None:
        """Go through `commits`, and through their `changes` in the same order."""
        pending = iter(changes)
        change = next(pending, None)
        for at, commit in enumerate(commits):
            held = self._held.get(commit.parents[0], frozenset()) if commit.parents else frozenset()
            gone: set[int] = set()
            come: set[int] = set()
            while change is not None and change.commit == commit.id:
                if change.before in self._wanted:
                    gone.add(self._number(change.path, change.before))
                if change.after in self._wanted:
                    come.add(self._number(change.path, change.after))
                change = next(pending, None)
            said = frozenset({self._number(b"", commit.id)}) if commit.id in self._wanted else frozenset()
            self._remember(Moment(at, commit), held - gone | come if gone or come else held, said, come | said)

    def _number(self, path: bytes, name: bytes) -> int:
        return self._versions.setdefault(Version(path, name), len(self._versions))

    def _remember(self, moment: Moment, held: Holding, said: Holding, new: Iterable[int]) -> None:
        commit = moment.commit
        reached = 0
        for parent in commit.parents:
            before = self._reached.get(parent, 0)
            # Most commits reach what their parent does, and share one number of perhaps thousands of digits with it.
            reached = before if reached | before == before else reached | before
        for number in new:
            reached |= 1 << number
        if reached:
            self._reached[commit.id] = reached
        if held:
            self._held[commit.id] = held
        for group in (held, said):
            if group:
                first, _ = self._spans.get(group, (moment, moment))
                self._spans[group] = (first, moment)

    def name(self, ref: Ref, versions: Iterable[Version]) -> None:
        """Learn that a name stands for a tree, a blob or a tag that is or has these, without any commit."""
        for version in versions:
            if version.object in self._wanted:
                self._named[self._number(*version)].add(ref.name)

    def presences(self, refs: Sequence[Ref], heads: Iterable[bytes]) -> Mapping[Version, Presence]:
        """Give everything that was found, with the names that reach it; `heads` are the commits that count as now."""
        ends = self._ends()
        names = self._names(refs)
        current = frozenset[int]().union(*(self._held.get(head, frozenset()) for head in heads))
        found: dict[Version, Presence] = {}
        for version, number in self._versions.items():
            first, last = ends.get(number, (None, None))
            if first or number in names:
                found[version] = Presence(first, last, tuple(names.get(number, ())), number in current)
        return found

    def _ends(self) -> dict[int, tuple[Moment, Moment]]:
        """Give the first and the last commit of each version: what was held together is told apart."""
        ends: dict[int, tuple[Moment, Moment]] = {}
        for held, (first, last) in self._spans.items():
            for number in held:
                one, other = ends.get(number, (first, last))
                ends[number] = (min(one, first), max(other, last))
        return ends

    def _names(self, refs: Sequence[Ref]) -> dict[int, list[str]]:
        together: dict[int, list[str]] = defaultdict(list)
        for ref in refs:
            if reached := self._reached.get(ref.target, 0):
                together[reached].append(ref.name)
        names: dict[int, set[str]] = defaultdict(set)
        for reached, listed in together.items():
            for number in range(reached.bit_length()):
                if reached >> number & 1:
                    names[number].update(listed)
        for number, found in self._named.items():
            names[number] |= found
        return {number: sorted(found) for number, found in names.items()}
