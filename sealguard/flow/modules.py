"""What a program draws on in other files: their programs, and which of them each import means."""

from __future__ import annotations

import abc
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sealguard.model import Neighbours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sealguard import syntax
    from sealguard.flow.library import Library
    from sealguard.model import Document, Span


@dataclass(frozen=True, slots=True)
class Module:
    """The program of another file, each of whose spans is in that file's own range of offsets."""

    path: str
    program: syntax.Program
    environment: bool = False
    """Of a data file: whether its map is that of the environment's variables."""


class Modules(Neighbours, abc.ABC):
    """The neighbours of one file."""

    @abc.abstractmethod
    def of(self, library: Library) -> Sequence[Module]:
        """Give the neighbours that are written in a language, nearest first."""

    @abc.abstractmethod
    def settings(self) -> Sequence[Module]:
        """Give the data files that the program, or one of its neighbours, can read its settings from: each gives one map or several."""

    @abc.abstractmethod
    def importers(self) -> Sequence[Document]:
        """Give the neighbours that import the file itself."""

    @abc.abstractmethod
    def target(self, path: str, imported: syntax.Import) -> tuple[Sequence[str], str | None]:
        """Give the neighbours that an import in the file at `path` means, and the name in them (`None`: all of it as one)."""

    @abc.abstractmethod
    def included(self, path: str, spelled: str) -> tuple[Document, int] | None:
        """Give the neighbour that the file at `path` reads in as if it stood there, and where that one's offsets begin."""

    @abc.abstractmethod
    def between(self, writer: str, reader: str) -> Sequence[Span]:
        """Give the imports by which one file has what another one writes, the writer's nearest first; none where it needs none."""

    @abc.abstractmethod
    def together(self, path: str, other: str) -> bool:
        """Tell whether one file sees what the other declares without importing it."""
