"""The files of a scan by name: what an import can mean."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from sealguard.flow.settings import is_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sealguard.sources import Batch

_FAMILIES: Final = {
    "python": "py pyi",
    "ecmascript": "js mjs cjs jsx ts mts cts tsx vue svelte astro",
    "php": "php",
    "go": "go",
    "jvm": "java kt kts scala",
    "csharp": "cs",
    "ruby": "rb rake",
    "shell": "sh bash zsh ksh",
}
_BY_EXTENSION: Final = {extension: name for name, extensions in _FAMILIES.items() for extension in extensions.split()}
_MANIFESTS: Final = frozenset({"package.json", "tsconfig.json", "jsconfig.json", "go.mod", "composer.json"})
_MOST: Final = 400_000
"""How many paths are remembered; a tree of more is not linked."""
_MOST_DATA: Final = 100_000
"""How many of them are data files'; of more, only the first ones can be somebody's settings."""


def family(path: str) -> str:
    """Name the languages whose files can import each other that a file is of; empty where nothing is known of its imports."""
    _, dot, ending = path.rpartition("/")[2].rpartition(".")
    return _BY_EXTENSION.get(ending.lower(), "") if dot else ""


def holds_data(path: str) -> bool:
    """Tell whether a file is of a format that programs read settings from, and no manifest."""
    return is_data(path) and posixpath.basename(path) not in _MANIFESTS


@dataclass(slots=True)
class Known:
    """How a file is read again: its object's id where it is git's, and whether it is tracked."""

    object: bytes
    tracked: bool | None
    around: bool = False
    """Whether it is not looked at itself."""


@dataclass
class Tree:
    """The programs of a scan, what says how they are named, and the data files that they may read."""

    files: dict[str, Known] = field(default_factory=dict)
    data: list[str] = field(default_factory=list)
    """Those of them that are data files."""
    overflowing: bool = False
    """Whether there were too many to remember."""

    def add(self, batch: Batch, *, around: bool = False) -> None:
        """Note the files of a batch; `around`: unless they are known already, they are not looked at themselves."""
        for at, path in enumerate(batch.paths):
            name = path.decode("utf-8", "surrogateescape")
            if family(name) or posixpath.basename(name) in _MANIFESTS:
                self.files.setdefault(name, Known(batch.objects[at] if batch.objects else b"", batch.tracked, around))
            elif holds_data(name) and len(self.data) < _MOST_DATA and name not in self.files:
                self.files[name] = Known(batch.objects[at] if batch.objects else b"", batch.tracked, around)
                self.data.append(name)
        if len(self.files) - len(self.data) > _MOST:
            self.files.clear()
            self.data.clear()
            self.overflowing = True

    def first(self, paths: Iterable[str]) -> list[str]:
        """Give the first of some paths that is a file, as a list of one; an empty one where none is."""
        return next(([path] for path in paths if path in self.files), [])

    def inside(self, directory: str, extensions: Iterable[str]) -> list[str]:
        """Give the files directly in a directory that have one of some extensions."""
        endings = tuple(f".{each}" for each in extensions)
        return [path for path in self._directories.get(directory, ()) if path.endswith(endings)]

    def named(self, kind: str, stem: str) -> list[str]:
        """Give the files of a family by their name without the last suffix."""
        return self._stems.get((kind, stem), [])

    def manifests(self, name: str) -> list[str]:
        """Give the manifests of a name, wherever they are."""
        return self._manifests.get(name, [])

    def data_inside(self, directory: str) -> list[str]:
        """Give the data files directly in a directory."""
        return self._data[0].get(directory, [])

    def data_named(self, name: str) -> list[str]:
        """Give the data files of a name, wherever they are."""
        return self._data[1].get(name, [])

    @cached_property
    def _data(self) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """Give the data files by their directory, and by their name."""
        directories: dict[str, list[str]] = defaultdict(list)
        names: dict[str, list[str]] = defaultdict(list)
        for path in self.data:
            directories[posixpath.dirname(path)].append(path)
            names[posixpath.basename(path)].append(path)
        return dict(directories), dict(names)

    @cached_property
    def _directories(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for path in self.files:
            found[posixpath.dirname(path)].append(path)
        return dict(found)

    @cached_property
    def _stems(self) -> dict[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for path in self.files:
            if kind := family(path):
                found[kind, posixpath.basename(path).rpartition(".")[0]].append(path)
        return dict(found)

    @cached_property
    def _manifests(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for path in self.files:
            name = posixpath.basename(path)
            if name in _MANIFESTS:
                found[name].append(path)
        return dict(found)


def ancestors(path: str) -> Iterator[str]:
    """Give the directories that a file is in, nearest first; the root is the empty one."""
    while path:
        path = posixpath.dirname(path)
        yield path


def shared(one: str, other: str) -> int:
    """Tell how many directories two files have in common."""
    pairs = zip(one.split("/")[:-1], other.split("/")[:-1], strict=False)
    count = 0
    for first, second in pairs:
        if first != second:
            break
        count += 1
    return count


def joined(directory: str, path: str) -> str:
    """Give a path that is relative to a directory as one that is relative to the root; one that leads out of it is no file's."""
    return posixpath.normpath(posixpath.join(directory, path)).removeprefix("./")
