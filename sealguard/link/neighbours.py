"""Gives a file that is looked at the programs of its neighbours, each read once in a process."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from sealguard import languages
from sealguard.decode import decode
from sealguard.flow.modules import Module, Modules
from sealguard.link.imports import imports
from sealguard.link.survey import read_as, text_of
from sealguard.link.tree import family
from sealguard.model import APART, Document, Neighbours, Skipped, SourceFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sealguard import syntax
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
        self._source = source
        self._profile = profile
        self.imports = imports(lambda path: text_of(source, plan.tree, path))
        self._documents: OrderedDict[int, Document] = OrderedDict()
        self._texts: OrderedDict[str, str] = OrderedDict()
        self._programs: OrderedDict[str, tuple[Library, syntax.Program] | None] = OrderedDict()

    def linked(self, path: str) -> Linked | None:
        """Give what a file is looked at with, if there is anything."""
        return Linked(self, path, self.plan.together[path]) if path in self.plan.together else None

    def document(self, number: int) -> Document:
        """Give a neighbour; an empty file where it cannot be read any more."""
        if number not in self._documents:
            path = self.plan.path(number)
            batch = read_as(self.plan.tree, [path])
            item = next(iter(self._source.read(batch)), None)
            content = b"" if item is None or isinstance(item, Skipped) else item[1]
            document = decode(SourceFile(batch.paths[0], content, self._source.origin, batch.tracked))
            document.neighbours = self
            self._documents[number] = document
            if len(self._documents) > _REMEMBERED:
                self._documents.popitem(last=False)
        return self._documents[number]

    def text(self, path: str) -> str:
        """Give a file's text, for what its imports spell."""
        if path not in self._texts:
            self._texts[path] = text_of(self._source, self.plan.tree, path)
            if len(self._texts) > _REMEMBERED:
                self._texts.popitem(last=False)
        return self._texts[path]

    def program(self, path: str) -> tuple[Library, syntax.Program] | None:
        """Give a neighbour's program, if it is one that can be read."""
        if path not in self._programs:
            number = self.plan.number(path)
            self._programs[path] = languages.program(self.document(number), number * APART, self._profile)
            if len(self._programs) > _REMEMBERED:
                self._programs.popitem(last=False)
        return self._programs[path]


class Linked(Modules):
    """The neighbours of one file."""

    def __init__(self, linker: Linker, path: str, paths: Sequence[str]) -> None:
        """Take the paths of the neighbours, nearest first."""
        self._linker, self._path, self._paths = linker, path, paths

    def document(self, number: int) -> Document:
        """See `Neighbours`."""
        return self._linker.document(number)

    def of(self, library: Library) -> Sequence[Module]:
        """See `Modules`."""
        programs = ((path, self._linker.program(path)) for path in self._paths)
        return [Module(path, found[1]) for path, found in programs if found is not None and found[0] is library]

    def importers(self) -> Sequence[Document]:
        """See `Modules`."""
        plan = self._linker.plan
        return [self._linker.document(plan.number(path)).alone() for path in plan.users.get(self._path, ())]

    def target(self, path: str, imported: syntax.Import) -> tuple[Sequence[str], str | None]:
        """See `Modules`."""
        how = self._linker.imports[family(path)]
        return how.target(self._linker.plan.tree, path, self._linker.text(path), imported)

    def together(self, path: str, other: str) -> bool:
        """See `Modules`."""
        return self._linker.imports[family(path)].together(path, other)
