"""Gives a file that is looked at the programs of its neighbours, each read once in a process."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from sealguard import languages, syntax
from sealguard.decode import decode
from sealguard.flow.modules import Module, Modules
from sealguard.flow.settings import ENVIRONMENT
from sealguard.link.imports import imports
from sealguard.link.settings import LARGEST
from sealguard.link.survey import DEEPEST, read_as, text_of
from sealguard.link.tree import family
from sealguard.link.variables import given_to, starts_programs
from sealguard.model import APART, Document, Neighbours, Skipped, SourceFile, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sealguard.flow.library import Library
    from sealguard.link.survey import Plan
    from sealguard.profile import Profile
    from sealguard.sources import Source

_REMEMBERED: Final = 200
"""How many neighbours are kept at hand."""


class Linker(Neighbours):
    """The neighbours of all files of a plan, as far as they were asked for."""

    def __init__(self, plan: Plan, source: Source, profile: Profile) -> None:
        """Read nothing yet."""
        self.plan = plan
        self.imports = imports(lambda path: text_of(source, plan.tree, path))
        self._source = source
        self._profile = profile
        self._document = lru_cache(_REMEMBERED)(self._read)
        self.program = lru_cache(_REMEMBERED)(self._lowered)
        """Give a neighbour's program and the table of its language, by path, if it is one that can be read."""

        self.settings = lru_cache(_REMEMBERED)(self._given)
        """Give a data file as those see it that read it, by path, if it is one that can be read."""

    def linked(self, document: Document) -> Linked:
        """Give what a file of the plan is looked at with."""
        return Linked(self, document)

    def document(self, number: int) -> Document:
        """Give a neighbour; an empty file where it cannot be read any more."""
        return self._document(number)

    def named(self, path: str) -> Document:
        """Give a neighbour by its path."""
        return self._document(self.plan.number(path))

    def own(self, document: Document) -> tuple[Library, syntax.Program] | None:
        """Give the program of a file that is looked at, as `program` does that of a neighbour."""
        return languages.program(document.alone(), 0, self._profile)

    def _read(self, number: int) -> Document:
        batch = read_as(self.plan.tree, [self.plan.path(number)])
        item = next(iter(self._source.read(batch)), None)
        content = b"" if item is None or isinstance(item, Skipped) else item[1]
        document = decode(SourceFile(batch.paths[0], content, self._source.origin, batch.tracked))
        document.neighbours = self
        return document

    def _given(self, path: str) -> syntax.Program | None:
        document = self.named(path)
        return languages.settings(document, self.plan.number(path) * APART) if len(document.text) <= LARGEST else None

    def _lowered(self, path: str) -> tuple[Library, syntax.Program] | None:
        return languages.program(self.named(path), self.plan.number(path) * APART, self._profile)


class Linked(Modules):
    """The neighbours of one file."""

    def __init__(self, linker: Linker, document: Document) -> None:
        """Take the file whose neighbours they are."""
        self._linker, self._own = linker, document
        self._imports: dict[str, list[tuple[Span, Sequence[str]]]] = {}

    def document(self, number: int) -> Document:
        """See `Neighbours`."""
        return self._linker.document(number)

    def of(self, library: Library) -> Sequence[Module]:
        """See `Modules`."""
        programs = ((path, self._linker.program(path)) for path in self._linker.plan.together[self._own.path])
        return [Module(path, found[1]) for path, found in programs if found is not None and found[0] is library]

    def settings(self) -> Sequence[Module]:
        """See `Modules`."""
        found: list[Module] = []
        for path in self._linker.plan.settings.get(self._own.path, ()):
            program = self._linker.settings(path)
            if program is None:
                continue
            if ENVIRONMENT.search(path) or not starts_programs(path):
                found.append(Module(path, program, environment=ENVIRONMENT.search(path) is not None))
            found.append(Module(path, given_to(path, program, self._own.path), environment=True))
        return found

    def importers(self) -> Sequence[Document]:
        """See `Modules`."""
        return [self._linker.named(path).alone() for path in self._linker.plan.users.get(self._own.path, ())]

    def target(self, path: str, imported: syntax.Import) -> tuple[Sequence[str], str | None]:
        """See `Modules`."""
        document = self._own if path == self._own.path else self._linker.named(path)
        return self._linker.imports[family(path)].target(self._linker.plan.tree, path, document.text, imported)

    def included(self, path: str, spelled: str) -> tuple[Document, int] | None:
        """See `Modules`."""
        plan = self._linker.plan
        wanted = syntax.Import(Span(0, 0), spelled, None, "")
        found, _ = self._linker.imports[family(path)].target(plan.tree, path, "", wanted) if family(path) else ([], None)
        known = next((each for each in found if each in plan.together[self._own.path]), None)
        return (self._linker.named(known), plan.number(known) * APART) if known is not None else None

    def between(self, writer: str, reader: str) -> Sequence[Span]:
        """See `Modules`."""
        came: dict[str, tuple[str, Span]] = {}
        level = [reader]
        for _ in range(DEEPEST):
            if writer in came:
                break
            steps = [(path, at, other) for path in level for at, others in self._imported(path) for other in others]
            level = []
            for path, at, other in steps:
                if other not in came and other != reader and self._linker.plan.has(other):
                    came[other] = (path, at)
                    level.append(other)
        found = []
        while writer in came:
            writer, at = came[writer]
            found.append(at)
        return found

    def _imported(self, path: str) -> Iterator[tuple[Span, Sequence[str]]]:
        """Give the imports of a file, and the files that each means."""
        if path not in self._imports:
            program = self._linker.own(self._own) if path == self._own.path else self._linker.program(path)
            imports = syntax.imports(program[1].body) if program is not None else ()
            self._imports[path] = [(each.span, self.target(path, each)[0]) for each in imports]
        yield from self._imports[path]

    def together(self, path: str, other: str) -> bool:
        """See `Modules`."""
        return self._linker.imports[family(path)].together(path, other)
