"""Finds out which programs of a scan have to be looked at together, before any of them is parsed.

What triage kept is where Sealmetrics is named. Whatever imports one of those files may hold the other half of a fault
without naming anything, and whatever they import may hold a token; so both are looked at, up to a bound.
"""

from __future__ import annotations

import itertools
import os
import re
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sealguard.checks._testing import in_test, is_shown
from sealguard.link.imports import imports, stems
from sealguard.link.settings import read_by, readers_of
from sealguard.link.tree import Tree, family
from sealguard.link.variables import names as variables
from sealguard.model import Skipped
from sealguard.profile import MENTION
from sealguard.sources import Batch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sealguard.sources import Source

MOST: Final = 10
"""How many other files one is looked at with."""
MOST_BYTES: Final = 50_000
"""How large they may be together."""
LARGEST_NEIGHBOUR: Final = 16_000
"""How large one of them may be, in characters: what holds constants, settings or a client is small."""
LARGEST: Final = 200_000
"""How large one of them may be: what is larger was made by a machine."""
DEEPEST: Final = 3
"""How many imports there may be between two files that are looked at together."""
MOST_READ: Final = 256 * 1024 * 1024
"""How much of what triage dropped is read to find those who import what it kept."""
_SENDING: Final = re.compile(
    r"(?i)https?[./:_]|curl|fetch|request|axios|faraday|guzzle|urllib|httpx|authori[sz]ation|bearer|api[_-]?key|token|secret"
    r"|retry|retries|backoff|resilience"
)
"""What the code of a file has that sends something, or sends it again, or that has something to do with credentials."""
_OURS: Final = re.compile(MENTION, re.IGNORECASE)
"""What names Sealmetrics."""
_SHORT: Final = 2_000
"""How long a file is that may do nothing but hand on what others have, in characters."""
_ROUNDS: Final = 2
"""How many imports there may be between a file that triage kept and one that is looked at because of it."""
_FOREIGN: Final = frozenset({"node_modules", "vendor", "third_party", "site-packages", ".venv", "venv", "bower_components", "Pods"})
"""Directories of what others wrote, which reads no settings of this tree's by itself."""
_MOST_TARGETS: Final = 400
_MOST_STRANGERS: Final = 300


@dataclass
class Plan:
    """Which files are looked at, and which others each is looked at with."""

    tree: Tree = field(default_factory=Tree)
    together: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By the path of a file: its neighbours, nearest first."""
    batches: list[Batch] = field(default_factory=list)
    """What is looked at: what triage kept, and what imports that."""
    skipped: list[Skipped] = field(default_factory=list)
    strangers: frozenset[str] = frozenset()
    """Those of them that triage dropped."""
    users: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By the path of a file: its neighbours that import it."""
    settings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By the path of a file: the data files that it, or what it is looked at with, can read settings from."""

    def number(self, path: str) -> int:
        """Give which neighbour a file is, from 1; see `Document.home`."""
        return self._numbers[path]

    def has(self, path: str) -> bool:
        """Tell whether a file is a neighbour of another one."""
        return path in self._numbers

    def path(self, number: int) -> str:
        """Give the neighbour of a number."""
        return self._paths[number - 1]

    def __post_init__(self) -> None:
        """Number the neighbours."""
        tied = (*self.together.values(), *self.settings.values())
        self._paths = list(dict.fromkeys(path for paths in tied for path in paths))
        self._numbers = {path: number for number, path in enumerate(self._paths, 1)}


def survey(source: Source, listed: Iterable[Batch], kept: Iterable[Batch], naming: Iterable[str] = ()) -> Plan:
    """Find the neighbours of the files that triage kept, and the files that are looked at because of them.

    `naming` are data files that name Sealmetrics: the programs that read them need not.
    `listed` is all that the scan looks at; what the source has around that is drawn on, and not looked at itself.
    """
    tree = Tree()
    for batch in listed:
        tree.add(batch)
    for batch in source.around():
        tree.add(batch, around=True)
    batches = list(kept)
    names = [path.decode("utf-8", "surrogateescape") for batch in batches for path in batch.paths]
    if tree.overflowing:
        return Plan(tree, {}, batches, [Skipped(".", "there are too many files to follow what they import", incomplete=False)])
    look = _Look(source, tree)
    programs = [name for name in names if family(name)]
    readers = look.readers(naming, set(programs))
    strangers, users = look.importers([*programs, *readers])
    strangers = [*readers, *strangers]
    around = {name: tuple(look.neighbours(name, users)) for name in (*programs, *strangers)}
    settings = {name: found for name, paths in around.items() if (found := tuple(look.settings(name, paths)))}
    together = {name: paths for name, paths in around.items() if paths or name in settings}
    if look.cut:
        reason = f"{look.cut:,} files are each looked at with {MOST} of the files that they are tied to, and not with the rest"
        look.skipped.append(Skipped(".", reason, incomplete=False))
    using = {name: tuple(path for path in paths if path in users.get(name, ())) for name, paths in together.items()}
    return Plan(tree, together, [*batches, *look.batches(strangers)], look.skipped, frozenset(strangers), using, settings)


class _Look:
    """One look at the imports of a tree."""

    def __init__(self, source: Source, tree: Tree) -> None:
        self._source = source
        self._tree = tree
        self._texts: dict[str, str] = {}
        self._drawn: dict[str, list[str]] = {}
        self._imports = imports(self._text)
        self._starting: dict[str, set[str]] = {}
        """Files that name Sealmetrics and may start programs, each with the variables that it may give them."""
        self._read = 0
        self.cut = 0
        """How many files are tied to more than they are looked at with."""
        self.skipped: list[Skipped] = []

    def batches(self, paths: Iterable[str]) -> Iterator[Batch]:
        """Give files as batches to be read."""
        for tracked in (True, False, None):
            chosen = [path for path in paths if self._tree.files[path].tracked is tracked]
            if chosen:
                yield read_as(self._tree, chosen)

    def importers(self, kept: list[str]) -> tuple[list[str], dict[str, list[str]]]:
        """Give the files that triage dropped and that draw on what it kept, and, by the path of a file, who draws on it."""
        known = [path for path in kept if path in self._tree.files]
        latest, strangers = known, list[str]()
        for _ in range(_ROUNDS):
            latest = self._strangers(latest, {*known, *strangers})
            strangers += latest
        users: dict[str, list[str]] = {}
        for path in [*known, *strangers]:
            for target in self._draws_on(path):
                users.setdefault(target, []).append(path)
        return [*strangers, *self._helpers([*known, *strangers])], users

    def readers(self, naming: Iterable[str], seen: set[str]) -> list[str]:
        """Give the programs that may read data files in which Sealmetrics is named, among those that were not seen yet."""
        known = [path for path in list(naming)[:_MOST_TARGETS] if path in self._tree.files]
        told = [each for path in known for each in readers_of(path, self._text(path), _OURS)]
        self._starting = {
            path: names for path in known if path.endswith((".yml", ".yaml", ".toml")) and (names := variables(self._text(path)))
        }
        paths = [path for path, known in self._tree.files.items() if family(path) and not known.around and path not in seen]
        own = [path for path in paths if _FOREIGN.isdisjoint(path.split("/"))]
        near = [path for path in own if any(each.is_around(path) for each in told)]
        found: list[str] = []
        for path, content in self._read_all(near if told else []):
            around = [each for each in told if each.is_around(path)]
            if not any(spelling in content for each in around for spelling in each.spellings):
                continue
            text = content.decode("utf-8", "replace")
            if any(each.words.search(text) for each in around) and _matters(text):
                self._texts[path] = text
                if not set(self.settings(path, ())).isdisjoint(naming):
                    found.append(path)
                    if len(found) > _MOST_STRANGERS:
                        break
        return found

    def _read_all(self, paths: list[str]) -> Iterator[tuple[str, bytes]]:
        """Give what is in files, as far as there is not too much to read."""
        for batch in self.batches(paths):
            for item in self._source.read(batch):
                if isinstance(item, Skipped) or len(item[1]) > LARGEST:
                    continue
                self._read += len(item[1])
                if self._read > MOST_READ:
                    self.skipped.append(Skipped(".", "there is too much code to look at all that reads what was found", incomplete=False))
                    return
                yield item[0].decode("utf-8", "surrogateescape"), item[1]

    def _helpers(self, known: list[str]) -> list[str]:
        """Give the files that the known ones draw on, and that may do with what they are given what nobody sees elsewhere: send it."""
        drawn = dict.fromkeys(target for path in known for target in self._draws_on(path) if not self._tree.files[target].around)
        sending = (path for path in drawn if _SENDING.search(self._text(path)))
        found = itertools.islice(sending, _MOST_STRANGERS + 1)
        done = set(known)
        return [path for path in found if path not in done]

    def _strangers(self, targets: list[str], seen: set[str]) -> list[str]:
        """Find files that draw on one of the targets, among those that were not seen yet."""
        wanted = set(targets)
        words: dict[str, set[bytes]] = {}
        for path in targets[:_MOST_TARGETS]:
            words.setdefault(family(path), set()).update(map(os.fsencode, stems(path)))
        strangers: list[str] = []
        for batch in self.batches(
            [path for path, known in self._tree.files.items() if not known.around and family(path) in words and path not in seen]
        ):
            for item in self._source.read(batch):
                if isinstance(item, Skipped) or len(item[1]) > LARGEST:
                    continue
                path = item[0].decode("utf-8", "surrogateescape")
                self._read += len(item[1])
                if self._read > MOST_READ or len(strangers) > _MOST_STRANGERS:
                    self.skipped.append(Skipped(".", "there is too much code to look at all that imports what was found", incomplete=False))
                    return strangers
                if any(word in item[1] for word in words[family(path)]):
                    self._texts[path] = item[1].decode("utf-8", "replace")
                    if _matters(self._texts[path]) and not wanted.isdisjoint(self._draws_on(path)):
                        strangers.append(path)
        return strangers

    def neighbours(self, path: str, users: dict[str, list[str]]) -> Iterator[str]:
        """Give the files that a file is looked at with: what it draws on, who draws on it, and what these draw on."""
        size = 0
        seen = {path}
        # What a test or an example gives to others is no fault of theirs.
        using = {} if in_test(path) or is_shown(path) else users
        pending = deque((each, 1) for each in (*self._draws_on(path), *using.get(path, ())))
        while pending:
            other, depth = pending.popleft()
            if other in seen or family(other) != family(path):
                continue
            if other not in self._draws_on(path) and (in_test(other) or is_shown(other)):
                continue
            text = self._text(other)
            if not text or len(text) > LARGEST_NEIGHBOUR or size + len(text) > MOST_BYTES or not _matters(text):
                continue
            if len(seen) > MOST:
                self.cut += 1
                return
            seen.add(other)
            size += len(text)
            yield other
            if depth < DEEPEST:
                further = (*self._draws_on(other), *(using.get(other, ()) if other in using.get(path, ()) else ()))
                pending.extend((each, depth + 1) for each in further)

    def settings(self, path: str, around: tuple[str, ...]) -> list[str]:
        """Give the data files that a file, or those that it is looked at with, can read settings from."""
        return read_by(self._tree, path, [self._text(each) for each in (path, *around)], self._starting)

    def _draws_on(self, path: str) -> list[str]:
        if path not in self._drawn:
            text = self._text(path)
            found = self._imports[family(path)].drawn_on(self._tree, path, text) if text and family(path) else []
            self._drawn[path] = [each for each in found if each in self._tree.files and family(each)]
        return self._drawn[path]

    def _text(self, path: str) -> str:
        if path not in self._texts:
            self._texts[path] = text_of(self._source, self._tree, path)
        return self._texts[path]


def _matters(text: str) -> bool:
    """Tell whether a file can hold, or hand on, what another one sends: it is short, or has something to do with that."""
    return len(text) <= _SHORT or _SENDING.search(text) is not None


def read_as(tree: Tree, paths: list[str]) -> Batch:
    """Give a batch to read some files of one kind of tracking."""
    known = [tree.files[path] for path in paths]
    objects = [each.object for each in known] if known and known[0].object else []
    return Batch([path.encode("utf-8", "surrogateescape") for path in paths], objects, tracked=known[0].tracked if known else None)


def text_of(source: Source, tree: Tree, path: str) -> str:
    """Give a file's text for its imports' sake; empty where it cannot be read."""
    if path not in tree.files:
        return ""
    item = next(iter(source.read(read_as(tree, [path]))), None)
    return item[1].decode("utf-8", "replace") if item is not None and not isinstance(item, Skipped) and len(item[1]) <= LARGEST else ""
